package dev.kontor.demo;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Lets the days of the demo company pass, as its system administrator does on the page of the time machine. */
final class Days {

    private static final String ADMINISTRATOR = "system";
    private static final long POLL_MS = 20;

    private final Staff staff;
    private final Screens screens;
    private final Clock clock;

    Days(Staff staff, Screens screens, Clock clock) {
        this.staff = staff;
        this.screens = screens;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.today();
    }

    /** Returns when everything that the days brought is done. */
    void passTo(LocalDate day) throws InterruptedException {
        if (!clock.today().isBefore(day)) {
            return;
        }
        staff.company(ADMINISTRATOR, "time/forward", "day-" + day, Map.of("until", day.toString()));
        while (isUnderWay()) {
            staff.goOn();
            Thread.sleep(POLL_MS);
        }
    }

    private boolean isUnderWay() {
        return screens.open(ADMINISTRATOR, "time").blocks().stream()
                .filter(Block.Facts.class::isInstance)
                .flatMap(block -> ((Block.Facts) block).facts().stream())
                .anyMatch(fact -> fact.value() instanceof Cell.Day);
    }
}
