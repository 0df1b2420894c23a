package dev.kontor.production.quality.book;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.production.purchasing.book.Batch;
import dev.kontor.production.purchasing.book.Delivery;
import jakarta.persistence.EntityManager;
import java.util.Collection;
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
        return measured(inspection.id());
    }

    /** @param inspection id of an inspection, of a delivery that was inspected, or of the treatment after which it was inspected again */
    public List<Measured> measured(String inspection) {
        return entities.createQuery(
                        "select one from Measured one where one.inspection = :inspection order by one.position", Measured.class)
                .setParameter("inspection", inspection)
                .getResultList();
    }

    /** What came for the order, in the order in which it was recorded. */
    public List<Delivery> receipts(OrderNumber order) {
        return entities.createQuery(
                        "select one from Delivery one where one.orderNumber = :number order by one.ordinal, one.recordedAt, one.id", Delivery.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** @param id may be empty */
    public Optional<Delivery> receipt(String id) {
        return Optional.ofNullable(entities.find(Delivery.class, id));
    }

    /** A batch that is blamed in an open nonconformity of the machine. */
    public record Blamed(String serial, Delivery batch) {}

    /** What came and is blamed in open nonconformities, of all orders; those of machines that were struck are open for nobody. */
    public List<Blamed> blamed() {
        return entities.createQuery("select one.serial, batch from Delivery batch, Nonconformity one where one.delivery = batch.id"
                                + " and one.closedAt = 0"
                                + " and one.serial not in (select struck.serial from StruckPiece struck)", Object[].class)
                .getResultStream()
                .map(row -> new Blamed((String) row[0], (Delivery) row[1]))
                .toList();
    }

    /** What came and was found in the machines, in the order in which it was recorded. */
    public List<Delivery> foundIn(Collection<String> serials) {
        return serials.isEmpty()
                ? List.of()
                : entities.createQuery("select batch from Delivery batch, BuiltIn one where one.delivery = batch.id"
                                + " and one.serial in :serials order by batch.recordedAt, batch.id", Delivery.class)
                        .setParameter("serials", serials)
                        .getResultStream()
                        .distinct()
                        .toList();
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
                .setParameter("batch", Batch.key(batch))
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<Inspection> inspection(String id) {
        return Optional.ofNullable(entities.find(Inspection.class, id));
    }

    /** What was decided of the machine after changes of its order, oldest first. */
    public List<Conformity> conformities(String serial) {
        return entities.createQuery("select one from Conformity one where one.serial = :serial order by one.decidedAt, one.revision", Conformity.class)
                .setParameter("serial", serial)
                .getResultList();
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

    /** Whether the person carried out a correction of something of the machine that did not conform. */
    public boolean corrected(String serial, String person) {
        return entities.createQuery("select count(one) from Treatment one, Nonconformity found where found.id = one.nonconformity"
                                + " and found.serial = :serial and one.doneBy = :person", Long.class)
                .setParameter("serial", serial)
                .setParameter("person", person)
                .getSingleResult() > 0;
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
