package dev.kontor.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import dev.kontor.testkit.OpenWall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ready when every check is, and every demanded one is there")
final class ReadinessTest {

    private static ReadyCheck check(String name, Optional<Text> missing) {
        return new ReadyCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Text> missing() {
                return missing;
            }
        };
    }

    @Test
    void aDemandedCheckThatIsAbsentIsMissing() {
        assertThat(Readiness.missing(List.of("store"), List.of(), new OpenWall())).containsOnlyKeys("store");
    }

    @Test
    void aCheckThatNobodyDemandsCountsToo() {
        Text words = Text.plain("no disk");

        assertThat(Readiness.missing(List.of("store"), List.of(check("store", Optional.empty()), check("disk", Optional.of(words))), new OpenWall()))
                .containsExactly(java.util.Map.entry("disk", words));
    }

    @Test
    void namesAreSeparatedByCommas() {
        assertThat(Readiness.names(" store, rules ,,")).containsExactly("store", "rules");
    }
}
