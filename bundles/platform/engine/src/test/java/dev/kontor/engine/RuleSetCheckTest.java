package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.set.Problems;
import org.junit.jupiter.api.Test;

class RuleSetCheckTest {

    @Test
    void a_sound_set_with_its_boundary_cases_passes() {
        Checked checked = SampleRules.CHECK.check(SampleRules.joint());
        assertThat(checked.problems().stream().map(Problems::words)).isEmpty();
        assertThat(checked.compiled().orElseThrow().needs())
                .containsExactlyInAnyOrder("dev.kontor.api.order.Order", "dev.kontor.api.rule.facts.RecentContracts");
    }
}
