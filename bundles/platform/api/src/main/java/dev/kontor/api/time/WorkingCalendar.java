package dev.kontor.api.time;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The company's working days: weekdays, public days off, make-up working days and the company's own overrides.
 *
 * <p>The day of an event is never counted. Thread-safe; an answer is by the version that is in force at the call.
 */
@ProviderType
public interface WorkingCalendar {

    boolean isWorkingDay(LocalDate day);

    /** True when the public holidays of the year are known; otherwise deadlines into it are provisional. */
    boolean isKnown(int year);

    /**
     * The deadline that many working days after an event. With zero days the deadline is the end of the first working
     * day on or after the event.
     */
    Deadline deadline(LocalDate eventDay, WorkingDays within);

    /** Working days after {@code from} up to and including {@code to}; negative when {@code to} is the earlier. */
    int workingDaysBetween(LocalDate from, LocalDate to);

    /** Name and version, {@code cn@2026-2}, as decisions and deadlines cite it. */
    String version();
}
