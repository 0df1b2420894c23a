package dev.kontor.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Field;
import dev.kontor.entry.draft.ContractForm;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class WordsTest {

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
    void everyFieldOfTheContractHasItsWords() throws IOException {
        Properties words = words("messages.properties");

        ContractForm.sections(List.of()).stream().flatMap(section -> section.fields().stream()).forEach(field -> {
            assertThat(words).containsKey(field.label().key());
            field.fields().forEach(cell -> has(words, cell));
            has(words, field);
        });
    }

    private static void has(Properties words, Field field) {
        assertThat(words).containsKey(field.label().key());
        field.options().stream().filter(option -> !option.label().isPlain())
                .forEach(option -> assertThat(words).containsKey(option.label().key()));
    }
}
