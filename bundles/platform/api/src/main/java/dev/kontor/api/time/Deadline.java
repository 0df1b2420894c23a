package dev.kontor.api.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when something must be done.
 *
 * @param eventDay the day of the event, which is not counted
 * @param within how many working days were given
 * @param lastDay the last working day, which counts to its end
 * @param dueAt exclusive: the start of the day after {@code lastDay} in the company's zone, shown as 24:00
 * @param provisional counted over a year whose public holidays are not announced yet
 * @param calendar name and version of the calendar, {@code cn@2026-2}
 */
public record Deadline(
        LocalDate eventDay, WorkingDays within, LocalDate lastDay, Instant dueAt, boolean provisional, String calendar) {}
