package dev.kontor.production.plan.capacity;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits work into what the work centres have free, forward from a day over working days. What is placed is taken
 * for what is placed after it. For one command; not thread-safe.
 */
public final class Scheduler {

    private static final int FURTHEST_DAYS = 3_660;
    private static final int PRECISION = 6;

    private final WorkingCalendar calendar;
    private final Map<String, BigDecimal> capacity;
    private final Map<Place, BigDecimal> taken;

    /** @param hours of the work, more than zero, at most two decimals */
    public record Work(String operation, String centre, BigDecimal hours) {}

    public record Taken(LocalDate day, BigDecimal hours) {}

    /** A work centre on a day. */
    public record Place(String centre, LocalDate day) {}

    /**
     * @param capacity hours a working day, by work centre
     * @param taken by others
     */
    public Scheduler(WorkingCalendar calendar, Map<String, BigDecimal> capacity, Map<Place, BigDecimal> taken) {
        this.calendar = calendar;
        this.capacity = Map.copyOf(capacity);
        this.taken = new HashMap<>(taken);
    }

    /**
     * Places the operations of one machine, one after the other: what one leaves of the machine's day the next may use.
     *
     * @return by operation, each part on a day of its own, in the order of the days
     * @throws Refused {@code CONFLICT} when there is no room within ten years
     */
    public Map<String, List<Taken>> place(List<Work> chain, LocalDate from) {
        Map<String, List<Taken>> placed = new LinkedHashMap<>();
        LocalDate day = from;
        BigDecimal used = BigDecimal.ZERO;
        for (Work work : chain) {
            List<Taken> parts = new ArrayList<>();
            BigDecimal left = work.hours();
            while (left.signum() > 0) {
                BigDecimal hours = room(work.centre(), day, used).min(left);
                if (hours.signum() > 0) {
                    parts.add(take(work.centre(), day, hours));
                    used = used.add(hours.divide(capacity.get(work.centre()), PRECISION, RoundingMode.UP));
                    left = left.subtract(hours);
                }
                if (left.signum() > 0) {
                    day = after(day, from);
                    used = BigDecimal.ZERO;
                }
            }
            placed.put(work.operation(), parts);
        }
        return placed;
    }

    /** @param used how much of the day the machine has been worked on already, 0 to 1 */
    private BigDecimal room(String centre, LocalDate day, BigDecimal used) {
        if (!calendar.isWorkingDay(day)) {
            return BigDecimal.ZERO;
        }
        BigDecimal whole = capacity.get(centre);
        BigDecimal free = whole.subtract(taken.getOrDefault(new Place(centre, day), BigDecimal.ZERO));
        BigDecimal ofTheDay = whole.multiply(BigDecimal.ONE.subtract(used)).setScale(2, RoundingMode.DOWN);
        return free.min(ofTheDay);
    }

    private Taken take(String centre, LocalDate day, BigDecimal hours) {
        taken.merge(new Place(centre, day), hours, BigDecimal::add);
        return new Taken(day, hours);
    }

    private static LocalDate after(LocalDate day, LocalDate from) {
        if (day.isAfter(from.plusDays(FURTHEST_DAYS))) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("production.plan.no-room"));
        }
        return day.plusDays(1);
    }
}
