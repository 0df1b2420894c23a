package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

@ResourceLock("container")
@DisplayName("A test that fails inside the framework fails outside")
class CanaryIT {

    @InContainer
    static class Canary {

        @Test
        void sings() {
            assertThat("alive").isEqualTo("alive");
        }

        @Test
        void falls() {
            assertThat("alive").isEqualTo("dead");
        }
    }

    @Test
    void oneOfTwoFailsWithItsOwnWords() {
        var heard = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(Canary.class))
                                .build(),
                        heard);
        assertThat(heard.getSummary().getTestsSucceededCount()).isEqualTo(1);
        assertThat(heard.getSummary().getFailures()).singleElement().satisfies(failure -> assertThat(
                        failure.getException())
                .hasMessageContaining("dead"));
    }
}
