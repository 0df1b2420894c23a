package dev.kontor.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.RuleCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regulation 6.1, 6.2: the rules of logistics decide their cases")
final class LogisticsRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "logistics/work", "logistics/release", "logistics/dispatch", "logistics/acceptance", "logistics/deadlines"
    })
    void everySetMayBeActivated(String set) {
        RuleCheck rules = RuleCheck.of(Path.of("..", "..", "..", "rules"));

        assertThat(rules.sets()).contains(set);
        assertThat(rules.problems(set)).isEmpty();
    }
}
