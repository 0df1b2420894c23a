package dev.kontor.production.quality.book;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Inspections, nonconformities and components (质量档案). Usable only inside a command or a read. */
@Component(service = QualityBook.class)
public final class QualityBook {

    private final EntityManager entities;

    @Activate
    public QualityBook(@Reference(target = "(osgi.unit.name=production)") EntityManager entities) {
        this.entities = entities;
    }

    public void keep(Object row) {
        entities.persist(row);
    }

    /** In the order in which they were presented. */
    public List<Inspection> inspections(String serial) {
        return entities.createQuery(
                        "select one from Inspection one where one.serial = :serial", Inspection.class)
                .setParameter("serial", serial)
                .getResultStream()
                .sorted(Comparator.comparing(Inspection::presentedAt).thenComparing(Inspection::kind).thenComparing(Inspection::attempt))
                .toList();
    }

    public List<Inspection> inspections(OrderNumber order) {
        return entities.createQuery(
                        "select one from Inspection one where one.orderNumber = :number order by one.presentedAt, one.serial",
                        Inspection.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** The latest attempt. */
    public Optional<Inspection> latest(String serial, InspectionKind kind) {
        return inspections(serial).stream()
                .filter(each -> each.kind() == kind)
                .max((one, other) -> Integer.compare(one.attempt(), other.attempt()));
    }

    public Optional<Inspection> owed(OrderNumber order, String subject) {
        return inspections(order).stream().filter(each -> each.isOwed() && each.subject().equals(subject)).findFirst();
    }

    public List<Measured> measured(Inspection inspection) {
        return entities.createQuery(
                        "select one from Measured one where one.inspection = :inspection order by one.position", Measured.class)
                .setParameter("inspection", inspection.id())
                .getResultList();
    }

    public List<BuiltIn> components(Inspection inspection) {
        return entities.createQuery("select one from BuiltIn one where one.inspection = :inspection order by one.name, one.batch", BuiltIn.class)
                .setParameter("inspection", inspection.id())
                .getResultList();
    }

    /**
     * Every component of the batch that an inspection saw, in whatever machine.
     *
     * @param after the id where the part before ended; empty at the start
     */
    public List<BuiltIn> ofBatch(String batch, String after, int most) {
        return entities.createQuery(
                        "select one from BuiltIn one where one.batchKey = :batch and one.id > :after order by one.id", BuiltIn.class)
                .setParameter("batch", BuiltIn.key(batch))
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<Inspection> inspection(String id) {
        return Optional.ofNullable(entities.find(Inspection.class, id));
    }

    /** Oldest first. */
    public List<Nonconformity> nonconformities(String serial) {
        return entities.createQuery(
                        "select one from Nonconformity one where one.serial = :serial order by one.openedAt, one.number",
                        Nonconformity.class)
                .setParameter("serial", serial)
                .getResultList();
    }

    public List<Nonconformity> nonconformities(OrderNumber order) {
        return entities.createQuery(
                        "select one from Nonconformity one where one.orderNumber = :number order by one.openedAt, one.number",
                        Nonconformity.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Open ones of all orders, oldest first, of those opened at or after an instant. */
    public List<Nonconformity> open(long from, String after, int most) {
        return entities.createQuery(
                        "select one from Nonconformity one where one.closedAt = 0 and"
                                + " (one.openedAt > :since or (one.openedAt = :since and one.id > :after)) order by one.openedAt, one.id",
                        Nonconformity.class)
                .setParameter("since", from)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** The open one whose turn a task with this subject is. */
    public Optional<Nonconformity> open(OrderNumber order, String subject) {
        return nonconformities(order).stream().filter(each -> each.isOpen() && each.subject().equals(subject)).findFirst();
    }

    /** Round by round. */
    public List<Treatment> treatments(Nonconformity of) {
        return entities.createQuery(
                        "select one from Treatment one where one.nonconformity = :of", Treatment.class)
                .setParameter("of", of.id())
                .getResultStream()
                .sorted(Comparator.comparingInt(Treatment::round))
                .toList();
    }

    /** That of the round it is in. */
    public Treatment treatment(Nonconformity of) {
        return treatments(of).stream()
                .filter(each -> each.round() == of.round())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody has treated %s.".formatted(of.subject())));
    }
}
