package dev.kontor.finance.dunning;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Matter;
import dev.kontor.finance.schedule.PlannedInstalment;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.schedule.ScheduleRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is done about an instalment on its days. Before its due day sales talks to the customer. From the day after, the
 * rules say which level of dunning it stands on; each level is work that somebody owes, until it is paid.
 */
@Component(service = Dunning.class)
public final class Dunning {

    public static final ConsultationPoint DUNNING = new ConsultationPoint("finance/dunning");

    /** Sales talks to the customer before the due day. */
    static final TaskKind REMINDER = new TaskKind("finance.reminder");

    /** Sales asks why the customer did not keep its promise. */
    static final TaskKind PROMISE = new TaskKind("finance.promise");

    /** What a kind of task begins with that is a level of dunning. */
    static final String LEVEL = "finance.dunning-";

    private static final String LETTER = "letter";

    private final ScheduleRows rows;
    private final Letters letters;
    private final WorkingCalendar calendar;
    private final Limitation limitation;

    @Activate
    public Dunning(
            @Reference ScheduleRows rows, @Reference Letters letters, @Reference WorkingCalendar calendar,
            @Reference Limitation limitation) {
        this.rows = rows;
        this.letters = letters;
        this.calendar = calendar;
        this.limitation = limitation;
    }

    /** A day of an instalment has come. */
    public void attend(OrderFile file, String planned) {
        rows.find(file.number(), Matter.position(planned))
                .filter(PlannedInstalment::isOwed)
                .ifPresent(row -> attend(file, Matter.in(planned), row));
    }

    private void attend(OrderFile file, Matter matter, PlannedInstalment row) {
        switch (matter) {
            case REMIND -> remind(file, row);
            case DUE -> file.consult(Question.at(Schedule.DUE));
            case LATE -> ask(file);
            case PROMISE -> row.due().promised().ifPresent(day -> breakPromise(file, row.due(), day));
            case LIMITATION -> limitation.attend(file, row.due());
        }
    }

    private void remind(OrderFile file, PlannedInstalment row) {
        Due due = row.due();
        LocalDate last = due.dueOn().orElse(file.today());
        if (row.isReminded() || last.isBefore(file.today())) {
            return;
        }
        PersonId representative = file.order().orElseThrow().representative();
        WorkingDays left = WorkingDays.of(calendar.workingDaysBetween(file.today(), last));
        file.raise(NewTask.of(REMINDER, Role.SALES_REP)
                .about(due.subject())
                .heldBy(representative)
                .until(calendar.deadline(file.today(), left)));
        file.notify(representative, Text.of("finance.dunning.remind", due.position(), due.open(), last));
        row.reminded();
    }

    /**
     * Those who wait for the money are told; where it is late by now sales asks why, unless it has to talk to the customer anyway. A
     * promise for the due day or before changes nothing about it: dunning begins the day after.
     */
    private void breakPromise(OrderFile file, Due due, LocalDate promised) {
        Text said = Text.of("finance.dunning.promise-broken", due.position(), due.open(), promised);
        file.note("finance.promise-broken", said, List.of());
        file.notify(file.summary().representative(), said);
        file.notify(Role.FINANCE_CLERK, said);
        Decision decision = ask(file);
        boolean asked = file.openTasks().stream()
                .anyMatch(task -> task.subject().equals(due.subject()) && (task.kind().equals(PROMISE) || isTalk(task)));
        if (!asked && due.dueOn().filter(promised::isAfter).isPresent()) {
            file.raise(NewTask.of(PROMISE, Role.SALES_REP)
                    .about(due.subject())
                    .heldBy(file.summary().representative())
                    .until(calendar.deadline(file.today(), Numbers.of(decision, "action-days").workingDays())));
        }
    }

    /** A level on which sales talks to the customer. */
    private static boolean isTalk(Task task) {
        return task.kind().value().startsWith(LEVEL) && task.role().equals(Role.SALES_REP);
    }

    /** Asks on which level each late instalment stands. Paid ones stand on none: what was owed for them is owed no longer. */
    public Decision ask(OrderFile file) {
        Decision decision = file.consult(Question.at(DUNNING));
        Map<String, String> levels = decision.all(Require.class).stream()
                .filter(require -> require.task().value().startsWith(LEVEL))
                .collect(Collectors.toMap(
                        Require::subject, require -> require.task().value().substring(LEVEL.length()), (one, other) -> one));
        for (PlannedInstalment row : rows.of(file.number())) {
            Due due = row.due();
            String level = levels.getOrDefault(due.subject(), "");
            row.dun(level);
            if (level.equals(LETTER) && !due.level().equals(LETTER)) {
                letters.print(file, due);
            }
            goOn(file, due, decision);
        }
        give(file);
        cancelOwedNoLonger(file);
        return decision;
    }

    /** The next day on which an instalment may stand on another level: that of the first behind its due day, then of each. */
    private static void goOn(OrderFile file, Due due, Decision decision) {
        if (due.isPaid() || due.dueOn().isEmpty()) {
            return;
        }
        int late = Math.max(0, due.daysLate(file.today()));
        decision.parameters().stream()
                .filter(each -> each.set().equals(DUNNING.value()) && each.name().endsWith("-from"))
                .map(Parameter::whole)
                .filter(from -> from > late)
                .min(Integer::compare)
                .ifPresent(from -> file.plan(
                        Schedule.FINANCE, Matter.LATE.named(due.position()), due.dueOn().orElseThrow().plusDays(from)));
    }

    /** What sales owes is owed by the order's representative. */
    private static void give(OrderFile file) {
        Order order = file.order().orElseThrow();
        file.openTasks().stream()
                .filter(task -> isTalk(task) && task.holder().isEmpty())
                .forEach(task -> file.assign(task.id(), order.representative()));
    }

    /**
     * Of what is paid, or due on another day by now, before anybody talked to the customer; of what is paid, or of a later revision no
     * instalment, before the claim was saved or a hardship case decided.
     */
    private void cancelOwedNoLonger(OrderFile file) {
        cancel(file, REMINDER, row -> row.isOwed() && row.isReminded());
        cancel(file, PROMISE, row -> row.isOwed() && row.due().promised().isPresent());
        cancel(file, Limitation.TASK, PlannedInstalment::isOwed);
        cancel(file, HardshipWork.OPINION, PlannedInstalment::isOwed);
        cancel(file, HardshipWork.DECISION, PlannedInstalment::isOwed);
    }

    private void cancel(OrderFile file, TaskKind kind, Predicate<PlannedInstalment> goesOn) {
        List<String> owed = rows.of(file.number()).stream().filter(goesOn).map(row -> row.due().subject()).toList();
        file.openTasks(kind).stream()
                .filter(task -> !owed.contains(task.subject()))
                .forEach(task -> file.cancel(task.id(), Text.of("finance.dunning.paid", task.subject())));
    }
}
