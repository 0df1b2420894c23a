package dev.kontor.entry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ImportFormTest {

    private static final Set<String> WORDS_OF_MAPPINGS = Set.of("source", "file", "row-key", "state", "representative", "reps",
            "shift-days", "dates", "join", "columns", "groups", "constants", "on", "product");

    @Test
    void everyFieldOfTheExampleMappingIsKnown() throws IOException {
        String mapping = new String(
                ImportFormTest.class.getResourceAsStream("/northwind/mapping.yaml").readAllBytes(), StandardCharsets.UTF_8);
        Set<String> named = Pattern.compile("(?m)^ *([a-z-]+):").matcher(mapping).results()
                .map(found -> found.group(1))
                .filter(word -> !WORDS_OF_MAPPINGS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).contains("contract-number", "quantity").isSubsetOf(names());
    }

    @Test
    void nothingIsRequiredThatADraftMayLack() {
        assertThat(ImportForm.form().fields()).filteredOn(Field::required).extracting(Field::name)
                .containsExactly("source", "row", "state", "representative");
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        ImportForm.form().fields().forEach(field -> {
            names.add(field.name());
            field.fields().forEach(cell -> names.add(cell.name()));
        });
        return names;
    }
}
