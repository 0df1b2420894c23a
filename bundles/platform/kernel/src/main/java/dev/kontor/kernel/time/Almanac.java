package dev.kontor.kernel.time;

import dev.kontor.api.time.Calendars.Day;
import dev.kontor.api.time.Calendars.Year;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingDays;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One version of the company's calendar: weekdays, announced days, overrides. Immutable, so that a deadline is counted by
 * one version from its first to its last day.
 */
final class Almanac {

    /** The next year's notice can move days from here on to the year's end; all it ever moved lay later. */
    private static final int OPEN_END_OF_DECEMBER = 26;

    private final SortedMap<Integer, CalendarFile> files = new TreeMap<>();
    private final SortedMap<LocalDate, Day> days = new TreeMap<>();
    private final String version;

    /** @param overrides the company's own days; they win over announced ones */
    Almanac(Collection<CalendarFile> files, Collection<Day> overrides) {
        files.forEach(file -> this.files.put(file.year(), file));
        this.files.values().forEach(file -> days.putAll(file.days()));
        overrides.forEach(day -> days.put(day.day(), day));
        this.version = "cn@" + digest();
    }

    /** Equal days have equal versions. */
    String version() {
        return version;
    }

    /** As it was, or would be, while nothing of a year and those after it was announced. */
    Almanac before(int year) {
        return new Almanac(files.headMap(year).values(), days.values().stream().filter(Day::override).toList());
    }

    boolean isWorkingDay(LocalDate day) {
        Day special = days.get(day);
        return special == null ? isWeekday(day) : special.working();
    }

    boolean isKnown(int year) {
        CalendarFile file = files.get(year);
        return file != null && file.announced();
    }

    /** Counts from the day after the event; with no days at all, the first working day on or after it. */
    Deadline deadline(LocalDate eventDay, WorkingDays within, ZoneId zone) {
        LocalDate day = eventDay;
        if (within.count() == 0) {
            while (!isWorkingDay(day)) {
                day = day.plusDays(1);
            }
        }
        for (int counted = 0; counted < within.count(); ) {
            day = day.plusDays(1);
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return new Deadline(
                eventDay, within, day, day.plusDays(1).atStartOfDay(zone).toInstant(), isOpen(eventDay, day), version);
    }

    int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    List<Year> years() {
        SortedMap<Integer, Year> years = new TreeMap<>();
        files.keySet().forEach(year -> years.put(year, year(year)));
        days.keySet().forEach(day -> years.computeIfAbsent(day.getYear(), this::year));
        return List.copyOf(years.values());
    }

    private Year year(int year) {
        CalendarFile file = files.getOrDefault(year, new CalendarFile(year, List.of(), Map.of()));
        SortedMap<LocalDate, Day> own = days.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        return new Year(year, file.papers(), file.announced(), List.copyOf(own.values()));
    }

    /** Whether a notice that is still to come could change what was counted. */
    private boolean isOpen(LocalDate eventDay, LocalDate last) {
        for (int year = eventDay.getYear(); year <= last.getYear(); year++) {
            if (!isKnown(year)) {
                return true;
            }
        }
        boolean reachesTheEnd = last.getMonth() == Month.DECEMBER && last.getDayOfMonth() >= OPEN_END_OF_DECEMBER;
        return reachesTheEnd && !isKnown(last.getYear() + 1);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private String digest() {
        StringBuilder content = new StringBuilder();
        files.values().forEach(file -> content.append(file.year()).append(file.papers()).append('\n'));
        days.values().forEach(day -> content.append(day).append('\n'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
