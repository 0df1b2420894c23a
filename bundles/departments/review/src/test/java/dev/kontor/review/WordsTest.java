package dev.kontor.review;

import dev.kontor.testkit.SpeaksBothLanguages;

final class WordsTest implements SpeaksBothLanguages {}
