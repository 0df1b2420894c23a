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

    private SystemClock clock(Duration offset) {
        return new SystemClock(SYSTEM, SHANGHAI, offset, Optional.of(data));
    }
}
