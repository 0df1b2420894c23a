package dev.kontor.samples.exportlicence;

import dev.kontor.testkit.SpeaksBothLanguages;

final class WordsTest implements SpeaksBothLanguages {}
