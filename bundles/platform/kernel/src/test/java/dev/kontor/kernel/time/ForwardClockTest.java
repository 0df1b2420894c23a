package dev.kontor.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Business time goes forward, over restarts, and never back")
final class ForwardClockTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Clock SYSTEM = Clock.fixed(Instant.parse("2026-03-02T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    @Test
    void itStaysForwardWhenThePlatformStartsAgain() {
        clock(Duration.ZERO).forwardTo(LocalDateTime.parse("2026-03-10T09:00"));

        assertThat(clock(Duration.ZERO).now()).isEqualTo(Instant.parse("2026-03-10T01:00:00Z"));
        assertThat(clock(Duration.ofDays(30)).now()).isEqualTo(Instant.parse("2026-04-01T04:00:00Z"));
    }

    @Test
    void aMomentThatIsOverChangesNothing() {
        SystemClock clock = clock(Duration.ZERO);
        clock.forwardTo(LocalDateTime.parse("2026-03-02T11:59"));

        assertThat(clock.now()).isEqualTo(SYSTEM.instant());
        assertThat(clock.simulated()).isFalse();
    }

    @Test
    void aDemoCompanyThatIsNewBeginsInThePastAndGoesOnFromThere() {
        assertThat(begun(Duration.ofDays(190)).now()).isEqualTo(SYSTEM.instant().minus(Duration.ofDays(190)));

        clock(Duration.ZERO).forwardTo(LocalDateTime.parse("2026-02-28T09:00"));

        SystemClock again = begun(Duration.ofDays(190));
        assertThat(again.now()).as("it began once").isEqualTo(Instant.parse("2026-02-28T01:00:00Z"));
        assertThat(again.simulated()).isTrue();
    }

    @Test
    void onceItHasCaughtUpItIsTheSystemsTime() {
        SystemClock clock = begun(Duration.ofDays(2));
        clock.forwardTo(LocalDateTime.parse("2026-03-02T09:00"));

        assertThat(clock.now()).isEqualTo(SYSTEM.instant());
        assertThat(clock.simulated()).isFalse();
        clock.forwardTo(LocalDateTime.parse("2026-03-03T09:00"));
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
    }

    private SystemClock clock(Duration offset) {
        return new SystemClock(SYSTEM, SHANGHAI, offset, Optional.of(data), Duration.ZERO);
    }

    private SystemClock begun(Duration past) {
        return new SystemClock(SYSTEM, SHANGHAI, Duration.ZERO, Optional.of(data), past);
    }
}
