package dev.kontor.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Duration MOST = Duration.ofSeconds(60);
    private long now = 1;
    private final Throttle throttle = new Throttle(() -> now);

    @Test
    void thePauseGrowsUpToAMinute() {
        Duration longest = Duration.ZERO;
        int tries = 0;
        for (int i = 0; i < 200; i++) {
            Duration pause = throttle.enter("lina", "10.0.0.1");
            assertThat(pause).isLessThanOrEqualTo(MOST);
            longest = pause.compareTo(longest) > 0 ? pause : longest;
            tries += pause.isZero() ? 1 : 0;
            now += pause.toNanos();
        }
        assertThat(longest).isEqualTo(MOST);
        assertThat(tries).isGreaterThan(50);
    }

    @Test
    void aStrangerDelaysTheOwnerBySecondsOnly() {
        for (int i = 0; i < 1_000; i++) {
            now += throttle.enter("lina", "10.6." + i / 250 + "." + i % 250).toNanos();
        }
        assertThat(throttle.enter("lina", "10.0.0.1")).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void successForgets() {
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.enter("lina", "10.0.0.1")).isZero();
            throttle.succeeded("lina", "10.0.0.1");
        }
    }

    @Test
    void aQuarterOfAnHourForgetsToo() {
        for (int i = 0; i < 5; i++) {
            now += throttle.enter("lina", "10.0.0.1").toNanos();
        }
        now += Duration.ofMinutes(20).toNanos();
        assertThat(throttle.enter("lina", "10.0.0.1")).isZero();
        assertThat(throttle.enter("lina", "10.0.0.1")).isZero();
    }
}
