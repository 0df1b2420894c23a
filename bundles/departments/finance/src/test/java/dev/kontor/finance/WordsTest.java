package dev.kontor.finance;

import dev.kontor.testkit.SpeaksBothLanguages;

final class WordsTest implements SpeaksBothLanguages {}
