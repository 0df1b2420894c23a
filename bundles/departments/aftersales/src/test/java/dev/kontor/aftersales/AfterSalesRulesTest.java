package dev.kontor.aftersales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.RuleCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regulation 8.1, 8.2: the rules of after-sales decide their cases")
final class AfterSalesRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"aftersales/warranty", "aftersales/service", "aftersales/finance.due", "aftersales/deadlines",
            "aftersales/visits", "aftersales/improvement", "aftersales/retrospective"})
    void everySetMayBeActivated(String set) {
        RuleCheck rules = RuleCheck.of(Path.of("..", "..", "..", "rules"));

        assertThat(rules.sets()).contains(set);
        assertThat(rules.problems(set)).isEmpty();
    }
}
