package dev.kontor.engine.version;

import dev.kontor.api.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Business time that a test moves ahead, in Shanghai. */
final class Hands implements Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** To the first millisecond of that day, or back before it. */
    void moveTo(Instant wanted) {
        ahead = Duration.between(Instant.now(), wanted);
    }

    @Override
    public Instant now() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public boolean simulated() {
        return true;
    }
}
