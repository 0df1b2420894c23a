package dev.kontor.supervision;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.supervision.audit.AuditPlan;
import dev.kontor.supervision.finding.Rectifications;
import dev.kontor.supervision.treatment.Treatments;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Inspection and assessment (chapter 10). Nothing arrives here: supervision looks at every order from the side, month by
 * month, and takes up what rules propose for a violation.
 */
@Component
public final class SupervisionDepartment implements Department {

    private static final String MONTH = "month ";
    private static final String DUE = "audit-due ";
    private static final String AUDIT = "audit ";
    private static final String OPINION = "opinion ";

    private final MonthEnd monthEnd;
    private final AuditPlan audits;
    private final Treatments treatments;
    private final Rectifications rectifications;

    @Activate
    public SupervisionDepartment(
            @Reference MonthEnd monthEnd,
            @Reference AuditPlan audits,
            @Reference Treatments treatments,
            @Reference Rectifications rectifications) {
        this.monthEnd = monthEnd;
        this.audits = audits;
        this.treatments = treatments;
        this.rectifications = rectifications;
    }

    @Override
    public DepartmentId id() {
        return Supervision.ID;
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of();
    }

    @Override
    public Set<MilestoneName> reaches() {
        return Set.of();
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        if (task.kind().equals(Supervision.RECTIFICATION)) {
            rectifications.carriedOut(file, task);
        }
    }

    @Override
    public void decided(OrderFile file, Decision decision) {
        if (decision.point().equals(Supervision.AT_PENALTIES)) {
            treatments.proposed(file, decision);
        }
    }

    @Override
    public void attend(OrderFile file, String matter) {
        treatments.attend(file, matter);
    }

    /** A month is over, the last day of an audit has come or passed, or that of an opinion has passed. */
    @Override
    public void attend(CompanyFile company, String matter) {
        if (matter.startsWith(AUDIT)) {
            audits.look(company, matter.substring(AUDIT.length()));
        } else if (matter.startsWith(DUE)) {
            audits.remind(company, matter.substring(DUE.length()));
        } else if (matter.startsWith(OPINION)) {
            audits.lookForOpinion(company, matter.substring(OPINION.length()));
        } else {
            monthEnd.close(company, YearMonth.parse(matter.substring(MONTH.length())));
        }
    }
}
