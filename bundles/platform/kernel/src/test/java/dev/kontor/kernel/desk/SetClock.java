package dev.kontor.kernel.desk;

import dev.kontor.api.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A business clock that stands still until it is moved. */
final class SetClock implements Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T02:00:00Z"));

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant now() {
        return now.get();
    }

    @Override
    public LocalDate today() {
        return now().atZone(zone()).toLocalDate();
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
