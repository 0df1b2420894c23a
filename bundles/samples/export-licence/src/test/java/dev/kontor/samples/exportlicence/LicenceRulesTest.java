package dev.kontor.samples.exportlicence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.RuleCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A partner's rules, attached to the joint review, decide their cases")
final class LicenceRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"export-licence/review.joint"})
    void everySetMayBeActivated(String set) {
        RuleCheck rules = RuleCheck.of(Path.of("rules"));

        assertThat(rules.sets()).contains(set);
        assertThat(rules.problems(set)).isEmpty();
    }
}
