package dev.kontor.archive.book;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How long something is kept (保管期限), from 1 January after the year.
 *
 * @param months 0: for ever
 */
public record Retention(int months) {

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final Comparator<Retention> BY_LENGTH =
            Comparator.comparing(Retention::forEver).thenComparing(Retention::months);

    public Retention {
        if (months < 0) {
            throw new IllegalArgumentException("A retention (%d months) is not negative.".formatted(months));
        }
    }

    public boolean forEver() {
        return months == 0;
    }

    /** The last day of what belongs to that year. */
    public Optional<LocalDate> until(int year) {
        return forEver() ? Optional.empty() : Optional.of(LocalDate.of(year + 1, 1, 1).plusMonths(months).minusDays(1));
    }

    /** As it stands in an archival code: {@code Y}, or {@code D} and the years, begun ones in full. */
    public String code() {
        return forEver() ? "Y" : "D" + (months + MONTHS_OF_A_YEAR - 1) / MONTHS_OF_A_YEAR;
    }

    /** @param all at least one */
    public static Retention longest(Collection<Retention> all) {
        return all.stream().max(BY_LENGTH).orElseThrow();
    }
}
