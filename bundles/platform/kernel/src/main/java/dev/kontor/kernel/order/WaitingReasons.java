package dev.kontor.kernel.order;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.Waiting;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.desk.Departments;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why an order is not further on: what is written down, and which department that owes something does not run. */
@Component(service = WaitingReasons.class)
public final class WaitingReasons {

    private static final long NEVER_DUE = Long.MAX_VALUE;

    private final Rows rows;
    private final Departments departments;

    @Activate
    public WaitingReasons(@Reference Rows rows, @Reference Departments departments) {
        this.rows = rows;
        this.departments = departments;
    }

    List<Waiting> of(OrderNumber order) {
        List<Waiting> reasons = new ArrayList<>();
        rows.all("select kind, subject, task_role, holder, opened_at, due_at from kernel_task where order_number = ?"
                        + " order by due_at", order)
                .forEach(row -> task(row, reasons));
        rows.all("select milestone, reason_en, reason_zh, clause, held_at from kernel_hold where order_number = ?", order)
                .forEach(row -> reasons.add(hold(row)));
        rows.all("select department, min(arrived_at), failure from kernel_arrival where order_number = ?"
                        + " group by department, failure", order)
                .forEach(row -> reasons.add(arrival(row)));
        return reasons;
    }

    private void task(Row row, List<Waiting> reasons) {
        String kind = row.text(0);
        Text name = Text.of("task." + kind);
        Text what = row.text(1).isEmpty()
                ? name
                : Text.of("kernel.waiting.task-about", name, Text.of("console.subject-of", row.text(1), kind));
        Text on = row.text(3).isEmpty() ? Text.of("role." + row.text(2)) : Text.of("console.person", row.text(3));
        Optional<Instant> until = row.number(5) == NEVER_DUE ? Optional.empty() : Optional.of(row.instant(5));
        reasons.add(new Waiting("task", what, on, row.instant(4), until));
        String department = kind.substring(0, kind.indexOf('.'));
        if (!runs(department)) {
            reasons.add(absent(department, row.instant(4)));
        }
    }

    private static Waiting hold(Row row) {
        Text why = Text.of("kernel.waiting.hold", Text.of("milestone." + row.text(0)), row.text(1), row.text(2), row.text(3));
        return new Waiting("hold", why, Text.of("kernel.waiting.rules"), row.instant(4), Optional.empty());
    }

    private Waiting arrival(Row row) {
        String department = row.text(0);
        if (!runs(department)) {
            return absent(department, row.instant(1));
        }
        Text what = row.text(2).isEmpty()
                ? Text.of("kernel.waiting.arrival")
                : Text.of("kernel.waiting.arrival-failed", row.text(2));
        return new Waiting("arrival", what, Text.of("department." + department), row.instant(1), Optional.empty());
    }

    private static Waiting absent(String department, Instant since) {
        return new Waiting(
                "roster", Text.of("kernel.waiting.absent"), Text.of("department." + department), since, Optional.empty());
    }

    private boolean runs(String department) {
        return departments.find(department).isPresent();
    }
}
