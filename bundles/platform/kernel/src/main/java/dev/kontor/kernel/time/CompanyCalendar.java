package dev.kontor.kernel.time;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.time.Calendars;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calendar in force: the announced years of {@code ${rules.dir}/calendars/cn}, and over them the company's overrides,
 * which any node may write. Both are looked at while the platform runs. Swapped as a whole, by one reference.
 */
@Component(service = {CompanyCalendar.class, WorkingCalendar.class, Calendars.class})
public final class CompanyCalendar implements WorkingCalendar, Calendars {

    private static final Logger LOG = LoggerFactory.getLogger(CompanyCalendar.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long QUIET_MILLIS = 300;

    private final Clock clock;
    private final CalendarFolder folder;
    private final ScheduledExecutorService watch;
    private Map<LocalDate, Day> overrides = Map.of();
    private volatile Almanac almanac;
    private volatile List<String> problems = List.of();

    @Activate
    public CompanyCalendar(@Reference Clock clock, @Reference OverrideBook book, BundleContext context) {
        this(clock, Path.of(rules(context)).resolve("calendars").resolve("cn"));
        override(book.days());
        watch.scheduleWithFixedDelay(() -> look(book), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes what the folder holds now; does not watch it. */
    public CompanyCalendar(Clock clock, Path folder) {
        this.clock = clock;
        this.folder = new CalendarFolder(folder, TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS));
        this.watch = Executors.newSingleThreadScheduledExecutor(CompanyCalendar::thread);
        this.folder.look(0);
        this.folder.look(Long.MAX_VALUE / 2);
        this.almanac = new Almanac(this.folder.files(), List.of());
        this.problems = this.folder.problems();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kontor-calendars");
        thread.setDaemon(true);
        return thread;
    }

    private static String rules(BundleContext context) {
        String folder = context.getProperty("rules.dir");
        return folder == null ? "rules" : folder;
    }

    @Deactivate
    void deactivate() {
        watch.shutdownNow();
    }

    /** Nothing that is wrong with the store or the folder stops the watch. */
    synchronized void look(OverrideBook book) {
        try {
            follow(book);
            if (folder.look(System.nanoTime())) {
                problems = folder.problems();
                problems.forEach(problem -> LOG.warn("Calendar file not taken: {}", problem));
                swap();
            }
        } catch (RuntimeException e) { // wall: a thread of ours
            LOG.error("The calendars could not be looked at.", e);
        }
    }

    private void follow(OverrideBook book) {
        try {
            override(book.days());
        } catch (Refused away) {
            LOG.debug("The store is away: the company's days stay as they were.", away);
        }
    }

    /** Puts the company's own days in force, all of them. */
    public synchronized void override(List<Day> days) {
        Map<LocalDate, Day> byDay = new TreeMap<>();
        days.forEach(day -> byDay.put(day.day(), day));
        if (!byDay.equals(overrides)) {
            overrides = byDay;
            swap();
        }
    }

    private void swap() {
        Almanac next = new Almanac(folder.files(), overrides.values());
        if (!next.version().equals(almanac.version())) {
            LOG.info("The calendar {} follows {}.", next.version(), almanac.version());
            almanac = next;
        }
    }

    /** What is wrong with files of the folder, one sentence each, beginning with the file's name. */
    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return almanac.isWorkingDay(day);
    }

    @Override
    public boolean isKnown(int year) {
        return almanac.isKnown(year);
    }

    @Override
    public Deadline deadline(LocalDate eventDay, WorkingDays within) {
        return almanac.deadline(eventDay, within, clock.zone());
    }

    /**
     * A provisional deadline by what is known now. The working days it had when it was counted stay, those by which it was
     * moved while its clock stood still included: they are counted as they were then, with weekdays for a year that was
     * not announced.
     */
    public Deadline recount(Deadline provisional) {
        Almanac now = almanac;
        Almanac then = now.before(provisional.eventDay().getYear() + 1);
        int counted = then.workingDaysBetween(provisional.eventDay(), provisional.lastDay());
        Deadline anew = now.deadline(provisional.eventDay(), WorkingDays.of(Math.max(counted, 0)), clock.zone());
        return new Deadline(
                provisional.eventDay(), provisional.within(), anew.lastDay(), anew.dueAt(), anew.provisional(), anew.calendar());
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return almanac.workingDaysBetween(from, to);
    }

    @Override
    public List<Year> years() {
        return almanac.years();
    }

    @Override
    public String version() {
        return almanac.version();
    }
}
