package dev.kontor.supervision.treatment;

import dev.kontor.api.assessment.Lapse;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.api.task.Task;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.events.Events;
import dev.kontor.supervision.events.Lines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How late a work was in the end. A violation is found the moment a deadline has passed, when every work is late by a
 * day; how grave it is shows when the work is done.
 */
@Component(service = Lateness.class)
public final class Lateness {

    private static final int DAY = "2026-03-02".length();

    private final Events events;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final Decisions decisions;

    @Activate
    public Lateness(
            @Reference Events events, @Reference WorkingCalendar calendar, @Reference Clock clock, @Reference Decisions decisions) {
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
        this.decisions = decisions;
    }

    /**
     * The violation once more, late by the day on which the work was done, or by today; empty where no work was late. Rules
     * are asked as when it happened: nothing counts backwards.
     */
    Optional<Question> of(OrderView file, Treatment treatment) {
        return found(file, treatment)
                .map(found -> Question.at(Supervision.AT_PENALTIES, found).addingOnly())
                .map(question -> decisions.decision(treatment.decision(), Supervision.COUNTER)
                        .map(first -> question.since(first.day()).by(first.sets()))
                        .orElse(question));
    }

    private Optional<ViolationFound> found(OrderView file, Treatment treatment) {
        OrderEvents order = events.of(file.number());
        return order.lapses().stream()
                .filter(lapse -> lapse.subject().equals(treatment.concerned()) && lapse.occasion().equals(treatment.occasion()))
                .findFirst()
                .flatMap(lapse -> days(file, order, lapse).map(late -> new ViolationFound(
                        lapse.subject(), lapse.occasion(), lapse.point().value(), lapse.clause().value(), late)));
    }

    /** Whether the work is still to be done. */
    static boolean isOpen(OrderView file, Treatment treatment) {
        return open(file, treatment.occasion()).isPresent();
    }

    private static Optional<Task> open(OrderView file, String task) {
        return file.openTasks().stream().filter(each -> each.id().toString().equals(task)).findFirst();
    }

    private Optional<Integer> days(OrderView file, OrderEvents order, Lapse lapse) {
        Optional<Task> open = open(file, lapse.occasion());
        return open.isPresent()
                ? open.flatMap(task -> task.deadline().map(deadline -> between(
                        deadline.lastDay(), task.suspendedAt().map(this::day).orElse(file.today()))))
                : order.lines("task.completed").stream()
                        .filter(line -> Lines.before(line, "task").equals(lapse.occasion()) && !Lines.before(line, "deadline").isEmpty())
                        .findFirst()
                        .map(this::days);
    }

    private int days(Entry completed) {
        return between(LocalDate.parse(Lines.before(completed, "deadline").substring(0, DAY)), day(completed.at()));
    }

    private int between(LocalDate lastDay, LocalDate done) {
        return Math.max(0, calendar.workingDaysBetween(lastDay, done));
    }

    private LocalDate day(Instant at) {
        return at.atZone(clock.zone()).toLocalDate();
    }
}
