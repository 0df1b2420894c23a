package dev.kontor.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.RuleCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regulation 4.1, 4.2, 7.1, 7.2: the rules of finance decide their cases")
final class FinanceRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"finance/credit", "finance/deadlines", "finance/due", "finance/dunning", "finance/production.start",
            "finance/logistics.release", "finance/logistics.dispatch", "finance/invoicing", "finance/penalty", "finance/settlement",
            "finance/entry.submission", "finance/archive.disposal"})
    void everySetMayBeActivated(String set) {
        RuleCheck rules = RuleCheck.of(Path.of("..", "..", "..", "rules"));

        assertThat(rules.sets()).contains(set);
        assertThat(rules.problems(set)).isEmpty();
    }
}
