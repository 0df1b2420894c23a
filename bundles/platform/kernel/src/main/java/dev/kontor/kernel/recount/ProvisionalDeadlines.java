package dev.kontor.kernel.recount;

import dev.kontor.api.journal.Change;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.api.time.Deadline;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.journal.Line;
import dev.kontor.kernel.order.OrderWrites;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.kernel.task.OpenTasks;
import dev.kontor.kernel.time.CompanyCalendar;
import dev.kontor.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Open tasks whose deadline was counted over a year that was not announced, and is now. */
@Component(service = ProvisionalDeadlines.class)
public final class ProvisionalDeadlines {

    private final Transactions transactions;
    private final Rows rows;
    private final CompanyCalendar calendar;
    private final OrderWrites orders;
    private final Ledger ledger;
    private final Clock clock;

    @Activate
    public ProvisionalDeadlines(
            @Reference Transactions transactions,
            @Reference Rows rows,
            @Reference CompanyCalendar calendar,
            @Reference OrderWrites orders,
            @Reference Ledger ledger,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.calendar = calendar;
        this.orders = orders;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A task, its deadline now and by the calendar in force. */
    public record Moved(Task task, Deadline before, Deadline after) {}

    /** What a recount would change, by order; tasks whose clock stands still are left until it goes on. */
    public List<Moved> changes() {
        return transactions.read(() -> rows
                .all("select " + OpenTasks.COLUMNS
                        + " from kernel_task t where t.provisional = 1 and t.suspended_at = 0 order by t.order_number, t.id")
                .stream()
                .map(OpenTasks::task)
                .flatMap(this::moved)
                .toList());
    }

    private Stream<Moved> moved(Task task) {
        return task.deadline().stream()
                .map(before -> new Moved(task, before, calendar.recount(before)))
                .filter(moved -> !moved.after().lastDay().equals(moved.before().lastDay()) || !moved.after().provisional());
    }

    /** Puts a change in force, with before and after in the order's journal. Inside a command. */
    void carryOut(Moved moved, PersonId by, Instant at) {
        Task task = moved.task();
        Deadline after = moved.after();
        orders.lock(task.order());
        rows.run(
                "update kernel_task set last_day = ?, due_at = ?, provisional = ?, calendar = ?, asked = 0, version = version + 1"
                        + " where id = ?",
                after.lastDay(), after.dueAt(), after.provisional(), after.calendar(), task.id());
        orders.due(task.order());
        Line line = Line.of(
                "task.recounted",
                Text.of("kernel.recount.line", Text.of("task." + task.kind()), moved.before().lastDay(), after.lastDay()),
                new Change("last-day", moved.before().lastDay().toString(), after.lastDay().toString()),
                new Change("calendar", moved.before().calendar(), after.calendar()));
        ledger.append(task.order().value(), List.of(line), by, at, clock.simulated());
    }
}
