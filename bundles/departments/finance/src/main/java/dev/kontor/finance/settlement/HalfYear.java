package dev.kontor.finance.settlement;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.schedule.ScheduleRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * At the end of each half year every customer that owes is sent a statement of account, which comes back with its stamp (policy 13).
 * Finance is asked once for each customer: on the first of its orders on which something is owed.
 */
@Component(service = HalfYear.class)
public final class HalfYear {

    static final TaskKind TASK = new TaskKind("finance.statement");

    /** The statement is sent, and the customer has still to stamp it. */
    static final TaskKind RETURN = new TaskKind("finance.statement-return");

    /** What the matter begins with that is planned for the end of a half year, before that day. */
    private static final String MATTER = "statement ";

    private final ScheduleRows rows;
    private final WorkingCalendar calendar;

    @Activate
    public HalfYear(@Reference ScheduleRows rows, @Reference WorkingCalendar calendar) {
        this.rows = rows;
        this.calendar = calendar;
    }

    static boolean isMatter(String planned) {
        return planned.startsWith(MATTER);
    }

    /** The first 30 June or 31 December behind a day. */
    private static LocalDate endAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return YearMonth.of(next.getYear(), next.getMonthValue() <= 6 ? 6 : 12).atEndOfMonth();
    }

    /** Plans for the next end, days before it: one that was missed is made up for. What is owed no longer asks for no statement. */
    void look(OrderFile file) {
        if (rows.owes(file.number())) {
            LocalDate end = endAfter(file.today());
            file.plan(Schedule.FINANCE, MATTER + end, end);
        } else {
            Stream.of(TASK, RETURN)
                    .flatMap(kind -> file.openTasks(kind).stream())
                    .forEach(task -> file.cancel(task.id(), Text.of("finance.statement.owed-no-longer")));
        }
    }

    void attend(OrderFile file) {
        if (file.openTasks(TASK).isEmpty() && rows.isFirstOwed(file.number(), file.order().orElseThrow().customer())) {
            ask(file, TASK, "statement-days");
        }
    }

    /** Whoever owed the statement by the end of the half year owes it no longer, but that it comes back with the customer's stamp. */
    void printed(OrderFile file) {
        List<Task> owed = file.openTasks(TASK);
        owed.forEach(task -> file.complete(task.id(), Outcome.of("printed")));
        if (!owed.isEmpty() && file.openTasks(RETURN).isEmpty()) {
            ask(file, RETURN, "statement-return-days");
        }
    }

    private void ask(OrderFile file, TaskKind kind, String within) {
        Decision decision = file.consult(Question.at(Schedule.DUE));
        file.raise(NewTask.of(kind, Role.FINANCE_CLERK)
                .until(calendar.deadline(file.today(), Numbers.of(decision, within).workingDays())));
    }
}
