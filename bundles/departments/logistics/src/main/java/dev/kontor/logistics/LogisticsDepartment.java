package dev.kontor.logistics;

import dev.kontor.api.department.Arrival;
import dev.kontor.api.department.Department;
import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.logistics.acceptance.Acceptances;
import dev.kontor.logistics.acceptance.Deeming;
import dev.kontor.logistics.dispatch.Holding;
import dev.kontor.logistics.dispatch.Readiness;
import dev.kontor.logistics.evidence.SignerTask;
import dev.kontor.logistics.shipment.Coverage;
import dev.kontor.logistics.shipment.Shipments;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shipping, arrival and acceptance (chapter 6). An order's file arrives when its review is cleared, and again with every
 * change that was cleared: then what is being accepted is compared with the new revision. It comes once more when every
 * machine of the order is finished.
 */
@Component
public final class LogisticsDepartment implements Department {

    private static final DepartmentId ID = new DepartmentId("logistics");
    private static final ConsultationPoint DEADLINES = new ConsultationPoint("logistics/deadlines");

    private final Readiness readiness;
    private final Holding holding;
    private final Acceptances acceptances;
    private final Shipments shipments;
    private final Deeming deeming;
    private final SignerTask signers;

    @Activate
    public LogisticsDepartment(
            @Reference Readiness readiness, @Reference Holding holding, @Reference Acceptances acceptances, @Reference Shipments shipments,
            @Reference Deeming deeming, @Reference SignerTask signers) {
        this.signers = signers;
        this.readiness = readiness;
        this.holding = holding;
        this.acceptances = acceptances;
        this.shipments = shipments;
        this.deeming = deeming;
    }

    @Override
    public DepartmentId id() {
        return ID;
    }

    @Override
    public List<Arrival> opensOn() {
        return List.of(
                Arrival.on(MilestoneName.REVIEW_CLEARED, this::renew), Arrival.on(MilestoneName.PRODUCTION_FINISHED, readiness::look));
    }

    @Override
    public Set<MilestoneName> reaches() {
        Set<MilestoneName> reached = new HashSet<>(Coverage.OURS);
        reached.add(MilestoneName.LOGISTICS_DEEMED_ACCEPTED);
        reached.add(MilestoneName.LOGISTICS_LOST);
        return Set.copyOf(reached);
    }

    private void renew(OrderFile file) {
        acceptances.renew(file);
        shipments.of(file.number()).forEach(shipment -> deeming.await(file, shipment));
        Coverage.settle(file);
        readiness.look(file);
    }

    @Override
    public void attend(OrderFile file, String matter) {
        if (matter.startsWith(Deeming.MATTER)) {
            deeming.look(file, matter);
            return;
        }
        if (matter.startsWith(SignerTask.MATTER)) {
            signers.look(file, matter);
            return;
        }
        switch (matter) {
            case Readiness.MATTER -> readiness.look(file);
            case Holding.MATTER -> holding.look(file);
            default -> throw new IllegalArgumentException("Logistics never planned %s.".formatted(matter));
        }
    }

    /**
     * What is due soon is looked at: an objection or a damage that was open before these stopped the representative's time stops it now
     * (R-6.6, R-6.9).
     */
    @Override
    public void decided(OrderFile file, Decision decision) {
        if (decision.point().equals(DEADLINES)) {
            shipments.of(file.number()).forEach(shipment -> acceptances.rest(file, shipment.id()));
        }
    }

    @Override
    public void completed(OrderFile file, Task task, Outcome outcome) {
        // the commands that end tasks do what follows
    }
}
