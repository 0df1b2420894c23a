package dev.kontor.entry;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.entry.opening.Admission;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where every order begins: the contract is registered, entered in full, confirmed and submitted. Where it is reviewed
 * before it is signed the file begins with its draft, and the registration follows. A file arrives here only for the paper of
 * its cleared order; an order that goes back to sales comes as a task {@code entry.resubmit}.
 *
 * @see "Regulation, clause 3.2"
 */
@Component
public final class EntryDepartment implements Department {

    private final OrderSheet sheet;
    private final Admission admission;

    @Activate
    public EntryDepartment(@Reference OrderSheet sheet, @Reference Admission admission) {
        this.sheet = sheet;
        this.admission = admission;
    }

    @Override
    public DepartmentId id() {
        return new DepartmentId("entry");
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(new Arrival("papers", Set.of(MilestoneName.REVIEW_CLEARED), sheet::file));
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of(MilestoneName.ENTRY_PREPARED, MilestoneName.ENTRY_OFFERED, Entry.DROPPED, MilestoneName.ENTRY_OPENED,
                MilestoneName.ENTRY_REGISTERED, MilestoneName.ENTRY_SUBMITTED);
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // Submission reaches the milestone itself, in the command that ends the task.
    }

    /** A row of the opening that was signed. */
    @Override
    public void attend(CompanyFile company, String matter) {
        admission.attend(company, matter);
    }
}
