package dev.kontor.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.RuleCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regulation 4.2, 5.1 to 5.3: the rules of production decide their cases")
final class ProductionRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "production/deadlines", "production/plan", "production/start", "production/quality", "production/purchasing", "production/suppliers"
    })
    void everySetMayBeActivated(String set) {
        RuleCheck rules = RuleCheck.of(Path.of("..", "..", "..", "rules"));

        assertThat(rules.sets()).contains(set);
        assertThat(rules.problems(set)).isEmpty();
    }
}
