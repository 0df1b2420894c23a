package dev.kontor.production.quality.book;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The quality standard as inspection plans, version by version. Usable only inside a command or a read. */
@Component(service = InspectionPlans.class)
public final class InspectionPlans {

    private final EntityManager entities;

    @Activate
    public InspectionPlans(@Reference(target = "(osgi.unit.name=production)") EntityManager entities) {
        this.entities = entities;
    }

    /** The model's own plan in force, else the one for every model. */
    public Optional<InspectionPlan> inForce(String model, InspectionKind kind) {
        return latest(model, kind.word()).or(() -> latest("", kind.word()));
    }

    /**
     * That by which a part is inspected when it comes: its own, else that of what its name begins with, word by word, {@code spindle}
     * for {@code spindle BT40}; at last the one for every part.
     */
    public Optional<InspectionPlan> ofPart(String part) {
        Optional<InspectionPlan> own = latest(part, InspectionPlan.PART);
        return own.isPresent() || part.isEmpty() ? own : ofPart(part.substring(0, Math.max(0, part.lastIndexOf(' '))));
    }

    /** @param model empty for the one for every model */
    public Optional<InspectionPlan> latest(String model, String kind) {
        return versions(model, kind).stream().findFirst();
    }

    /** Newest first. */
    public List<InspectionPlan> versions(String model, String kind) {
        return entities.createQuery(
                        "select one from InspectionPlan one where one.model = :model and one.kind = :kind order by one.version desc",
                        InspectionPlan.class)
                .setParameter("model", model)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** Those in force, by model. */
    public List<InspectionPlan> all(int most) {
        return entities.createQuery(
                        "select one from InspectionPlan one where one.version ="
                                + " (select max(other.version) from InspectionPlan other"
                                + " where other.model = one.model and other.kind = one.kind) order by one.model, one.kind",
                        InspectionPlan.class)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<InspectionPlan> plan(String id) {
        return Optional.ofNullable(entities.find(InspectionPlan.class, id));
    }

    public List<Characteristic> characteristics(InspectionPlan plan) {
        return entities.createQuery(
                        "select one from Characteristic one where one.plan = :plan order by one.position", Characteristic.class)
                .setParameter("plan", plan.id())
                .getResultList();
    }

    public void keep(Object row) {
        entities.persist(row);
    }
}
