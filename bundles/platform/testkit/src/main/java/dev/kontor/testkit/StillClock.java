package dev.kontor.testkit;

import dev.kontor.api.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A clock that shows what a test says, in the company's usual zone. */
public record StillClock(Supplier<Instant> shown) implements Clock {

    @Override
    public Instant now() {
        return shown.get();
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
