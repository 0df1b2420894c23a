package dev.kontor.aftersales.warranty;

import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a contract's warranty lasts; a span of months ends with the day of its number (Civil Code, art. 202).
 *
 * @param months from acceptance
 * @param fromArrival at most so many months from arrival, however late it is accepted; 0 where the contract says nothing of it
 */
public record WarrantySpan(int months, int fromArrival) {

    /** The day of whichever ends first; empty while neither has begun. */
    Optional<LocalDate> lastDay(Optional<LocalDate> accepted, Optional<LocalDate> arrived) {
        return Stream.of(
                        accepted.map(day -> day.plusMonths(months)),
                        arrived.filter(day -> fromArrival > 0).map(day -> day.plusMonths(fromArrival)))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    Text words() {
        return fromArrival == 0
                ? Text.of("aftersales.warranty-read", months)
                : Text.of("aftersales.warranty-read-capped", months, fromArrival);
    }
}
