package dev.kontor.api.order;

import java.time.LocalDate;
import java.util.List;

/**
 * When an instalment falls due: on a day, or some time after the first or last of named events.
 *
 * @param on a fixed day, ISO 8601; empty when it follows events
 * @param events names such as {@code contract-in-force}, {@code ready-to-ship}, {@code dispatch}, {@code arrival},
 *     {@code acceptance}, {@code invoice-received}, {@code warranty-end}; empty when the day is fixed
 * @param earliest of several events: the first counts, otherwise the last
 * @param months calendar months after the event
 * @param days calendar days after that
 */
public record DueTerm(String on, List<String> events, boolean earliest, int months, int days) {

    public DueTerm {
        events = List.copyOf(events);
        if (on.isEmpty() == events.isEmpty()) {
            throw new IllegalArgumentException("A due term has a day (%s) or events (%s).".formatted(on, events));
        }
    }

    public static DueTerm on(LocalDate day) {
        return new DueTerm(day.toString(), List.of(), true, 0, 0);
    }

    public static DueTerm after(String event, int months, int days) {
        return new DueTerm("", List.of(event), true, months, days);
    }
}
