package dev.kontor.finance;

import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts an order into its customer's credit exposure in the command that finds the credit good, or specially
 * approved, so that the next order is judged with it. Its opinion is asked by the review department, so no file arrives here.
 */
@Component
public final class FinanceDepartment implements Department {

    static final ConsultationPoint CREDIT = new ConsultationPoint("finance/credit");

    private final CreditBook book;

    @Activate
    public FinanceDepartment(@Reference CreditBook book) {
        this.book = book;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("finance");
    }

    @Override
    public Set<MilestoneName> opensOn() {
        return Set.of();
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void open(OrderFile file) {
        // one that was on its way when finance still opened files to count them; its credit is asked by the review
    }

    /** A later revision whose credit is not good changes nothing: what was granted before is owed all the same. */
    @Override
    public void decided(OrderFile file, Decision decision) {
        if (decision.point().equals(CREDIT) && decision.passes()) {
            file.order().ifPresent(book::count);
        }
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // an evaluation is read by finance's own opinion; nothing else waits for it
    }
}
