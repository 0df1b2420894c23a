package dev.kontor.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.RuleCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Regulation 4.1, 4.2: the rules of the review decide their cases")
final class ReviewRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"review/preliminary", "review/joint", "review/resubmission", "review/contract", "review/deadlines", "supervision/penalties"})
    void everySetMayBeActivated(String set) {
        RuleCheck rules = RuleCheck.of(Path.of("..", "..", "..", "rules"));

        assertThat(rules.sets()).contains(set);
        assertThat(rules.problems(set)).isEmpty();
    }
}
