package dev.kontor.host;

import dev.kontor.testkit.SpeaksBothLanguages;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The host speaks Chinese and English")
class HostWordsTest implements SpeaksBothLanguages {}
