package dev.kontor.review.joint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KeptTest {

    @Test
    void whatIsKeptIsReadBack() {
        Values values = new Values(Map.of(
                "remarks", "two\nlines \\n and a\ttab",
                "many", List.of("a", "b"),
                "rows", List.of(new Values(Map.of("finding", "ok")))));

        assertThat(Kept.read(Kept.of(values)))
                .containsEntry("remarks", "two\nlines \\n and a tab")
                .containsEntry("many", "a, b")
                .containsEntry("rows[1].finding", "ok");
    }
}
