package dev.kontor.finance.settlement;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.schedule.ScheduleRows;
import java.time.LocalDate;
import java.time.YearMonth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * At the end of each half year every customer that owes is sent a statement of account (policy 13). Finance is asked once for each
 * customer: on the first of its orders on which something is owed.
 */
@Component(service = HalfYear.class)
public final class HalfYear {

    static final TaskKind TASK = new TaskKind("finance.statement");

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
            file.openTasks(TASK).forEach(task -> file.cancel(task.id(), Text.of("finance.statement.owed-no-longer")));
        }
    }

    void attend(OrderFile file) {
        if (file.openTasks(TASK).isEmpty() && rows.isFirstOwed(file.number(), file.order().orElseThrow().customer())) {
            Decision decision = file.consult(Question.at(Schedule.DUE));
            file.raise(NewTask.of(TASK, Role.FINANCE_CLERK)
                    .until(calendar.deadline(file.today(), Numbers.of(decision, "statement-days").workingDays())));
        }
    }
}
