package dev.kontor.legal;

import dev.kontor.testkit.SpeaksBothLanguages;

final class WordsTest implements SpeaksBothLanguages {}
