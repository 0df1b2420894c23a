package dev.kontor.api.order;

import java.time.LocalDate;
import java.util.List;

/**
 * When an instalment falls due: on a day, or some time after the first or last of named events.
 *
 * @param on a fixed day, ISO 8601; empty when it follows events
 * @param events names such as {@code contract-in-force}, {@code ready-to-ship}, {@code dispatch}, {@code arrival},
 *     {@code acceptance}, {@code invoice-received}, {@code warranty-end}; empty when the day is fixed
 * @param earliest of several events: the first of their days counts, otherwise the last
 * @param months calendar months after the event
 * @param days days after that
 * @param workingDays the days of every span are working days, otherwise calendar days
 * @param others the spans of the second and further events; empty when they are those of the first
 */
public record DueTerm(
        String on, List<String> events, boolean earliest, int months, int days, boolean workingDays, List<Span> others) {

    /** How long after an event: calendar months, and days after those. */
    public record Span(int months, int days) {}

    public DueTerm {
        events = List.copyOf(events);
        Span first = new Span(months, days);
        others = others.stream().allMatch(first::equals) ? List.of() : List.copyOf(others);
        if (on.isEmpty() == events.isEmpty()) {
            throw new IllegalArgumentException("A due term has a day (%s) or events (%s).".formatted(on, events));
        }
        if (!others.isEmpty() && others.size() != events.size() - 1) {
            throw new IllegalArgumentException("A due term has a span for each event (%s) or one for all (%s).".formatted(events, others));
        }
    }

    /** One span of calendar days for all events. */
    public DueTerm(String on, List<String> events, boolean earliest, int months, int days) {
        this(on, events, earliest, months, days, false, List.of());
    }

    public static DueTerm on(LocalDate day) {
        return new DueTerm(day.toString(), List.of(), true, 0, 0);
    }

    public static DueTerm after(String event, int months, int days) {
        return new DueTerm("", List.of(event), true, months, days);
    }

    /** @param event its place in {@link #events}, 0 for the first */
    public Span span(int event) {
        return event == 0 || others.isEmpty() ? new Span(months, days) : others.get(event - 1);
    }
}
