package dev.kontor.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SystemClockTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final Clock system = Clock.fixed(Instant.parse("2026-03-01T16:30:00.123456Z"), ZoneOffset.UTC);

    @Test
    void todayIsTheCompanysDayAndNowHasMilliseconds() {
        SystemClock clock = new SystemClock(system, SHANGHAI, Duration.ZERO);
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-03-01T16:30:00.123Z"));
        assertThat(clock.simulated()).isFalse();
    }

    @Test
    void businessTimeMovesAheadAndNeverBack() {
        SystemClock clock = new SystemClock(system, SHANGHAI, Duration.ofDays(3));
        clock.move(SHANGHAI, Duration.ofDays(10));
        clock.move(SHANGHAI, Duration.ofDays(2));
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(clock.simulated()).isTrue();
    }
}
