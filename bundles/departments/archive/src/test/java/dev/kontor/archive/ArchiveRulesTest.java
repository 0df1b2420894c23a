package dev.kontor.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.RuleCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regulation 9.1, 9.2: the rules of the archive decide their cases")
final class ArchiveRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"archive/completeness", "archive/retention", "archive/disposal", "archive/deadlines"})
    void everySetMayBeActivated(String set) {
        RuleCheck rules = RuleCheck.of(Path.of("..", "..", "..", "rules"));

        assertThat(rules.sets()).contains(set);
        assertThat(rules.problems(set)).isEmpty();
    }
}
