package dev.kontor.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Field;
import dev.kontor.entry.draft.ContractForm;
import dev.kontor.testkit.SpeaksBothLanguages;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class WordsTest implements SpeaksBothLanguages {

    @Test
    void everyFieldOfTheContractHasItsWords() {
        Properties words = english();

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
