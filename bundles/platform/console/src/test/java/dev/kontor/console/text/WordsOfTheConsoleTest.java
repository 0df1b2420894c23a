package dev.kontor.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every word of the console stands in both languages")
final class WordsOfTheConsoleTest {

    private static final Pattern IN_TEMPLATES = Pattern.compile("ui\\.t\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern IN_PAGES = Pattern.compile("Words\\.(?:of|column|number)\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern IN_CODE = Pattern.compile("Text\\.of\\(\"(console\\.[a-z0-9.-]+)\"[,)]");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(messages("messages_zh").stringPropertyNames()).isEqualTo(messages("messages").stringPropertyNames());
    }

    @Test
    void whatTemplatesAndPagesSayIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        find(Path.of("src/main/jte"), IN_TEMPLATES, "console.", used);
        find(Path.of("src/main/java"), IN_PAGES, "console.", used);
        find(Path.of("src/main/java"), IN_CODE, "", used);

        assertThat(used).hasSizeGreaterThan(150);
        assertThat(messages("messages").stringPropertyNames()).containsAll(used);
    }

    @Test
    void everyPatternCanBeFilled() throws IOException {
        for (String name : new String[] {"messages", "messages_zh"}) {
            Properties messages = messages(name);
            for (String key : messages.stringPropertyNames()) {
                Object[] arguments = {1, 2, 3};
                assertThat(new MessageFormat(messages.getProperty(key), Locale.ENGLISH).format(arguments)).as(key).doesNotContain("{");
            }
        }
    }

    private static Properties messages(String name) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/i18n", name + ".properties"), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }

    private static void find(Path folder, Pattern pattern, String prefix, Set<String> used) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    pattern.matcher(Files.readString(file)).results().forEach(found -> used.add(prefix + found.group(1)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
