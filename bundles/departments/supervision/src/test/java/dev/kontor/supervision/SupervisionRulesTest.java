package dev.kontor.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.RuleCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regulation 10: the rules of supervision decide their cases (R-10.2, R-10.3, R-10.5, R-11.2, R-11.3)")
final class SupervisionRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "supervision/audit", "supervision/deadlines", "supervision/penalties", "supervision/score", "supervision/treatment"
    })
    void everySetMayBeActivated(String set) {
        RuleCheck rules = RuleCheck.of(Path.of("..", "..", "..", "rules"));

        assertThat(rules.sets()).contains(set);
        assertThat(rules.problems(set)).isEmpty();
    }
}
