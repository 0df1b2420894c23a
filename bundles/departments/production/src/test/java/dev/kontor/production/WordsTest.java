package dev.kontor.production;

import dev.kontor.testkit.SpeaksBothLanguages;

final class WordsTest implements SpeaksBothLanguages {}
