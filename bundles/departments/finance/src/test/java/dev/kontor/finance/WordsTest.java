package dev.kontor.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WordsTest {

    private static final Pattern KEY = Pattern.compile("Text\\.of\\(\\s*\"([a-z.-]+[a-z])\"");

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                WordsTest.class.getResourceAsStream("/i18n/" + file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    @Test
    void everyWordStandsInBothLanguages() throws IOException {
        assertThat(words("messages_zh.properties").keySet()).isEqualTo(words("messages.properties").keySet());
    }

    @Test
    void everyMessageCanBeFormatted() throws IOException {
        for (String file : List.of("messages.properties", "messages_zh.properties")) {
            words(file).values().forEach(words -> new MessageFormat((String) words));
        }
    }

    @Test
    void everyKeyInTheSourceHasWords() throws IOException {
        Properties words = words("messages.properties");
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<String> keys = sources.filter(path -> path.toString().endsWith(".java")).flatMap(WordsTest::keys).toList();

            assertThat(keys).allSatisfy(key -> assertThat(words).containsKey(key));
        }
    }

    private static Stream<String> keys(Path source) {
        try {
            return KEY.matcher(Files.readString(source)).results().map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
