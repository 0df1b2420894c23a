package dev.kontor.production.purchasing.book;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Suppliers, what they delivered and how they were evaluated. Usable only inside a command or a read. */
@Component(service = SupplierBook.class)
public final class SupplierBook {

    private final EntityManager entities;

    @Activate
    public SupplierBook(@Reference(target = "(osgi.unit.name=production)") EntityManager entities) {
        this.entities = entities;
    }

    public void keep(Object row) {
        entities.persist(row);
    }

    public Optional<Supplier> supplier(String code) {
        return Optional.ofNullable(entities.find(Supplier.class, code));
    }

    /** Who of them may be bought from on the day. */
    List<Supplier> approved(Collection<String> codes, LocalDate on) {
        return codes.isEmpty()
                ? List.of()
                : entities.createQuery("select one from Supplier one where one.code in :codes", Supplier.class)
                        .setParameter("codes", codes)
                        .getResultStream()
                        .filter(each -> each.isApproved(on))
                        .toList();
    }

    /** By code, those behind one. */
    public List<Supplier> suppliers(String after, int most) {
        return entities.createQuery("select one from Supplier one where one.code > :after order by one.code", Supplier.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Who may be bought from on the day, by code. */
    public List<Supplier> approved(LocalDate on, int most) {
        return entities.createQuery(
                        "select one from Supplier one where one.state = 'approved' and one.approvedUntil >= :day order by one.code",
                        Supplier.class)
                .setParameter("day", on.toString())
                .setMaxResults(most)
                .getResultList();
    }

    /** Who is neither approved on the day nor barred, by code: bought from with a second person's leave only. */
    public List<Supplier> unapproved(LocalDate on, int most) {
        return entities.createQuery(
                        "select one from Supplier one where one.state = 'proposed' or (one.state = 'approved' and one.approvedUntil < :day)"
                                + " order by one.code",
                        Supplier.class)
                .setParameter("day", on.toString())
                .setMaxResults(most)
                .getResultList();
    }

    /** The codes of those whose latest evaluation says that they are not good enough. */
    public Set<String> poor() {
        return new HashSet<>(entities.createQuery("select one.supplier from Evaluation one where one.passes = 0 and one.evaluatedAt ="
                        + " (select max(other.evaluatedAt) from Evaluation other where other.supplier = one.supplier)", String.class)
                .getResultList());
    }

    /** What came on one of the days, both included, and was inspected, by supplier; what was taken from stock came for nobody. */
    public List<Delivery> deliveries(LocalDate from, LocalDate until) {
        return entities.createQuery(
                        "select one from Delivery one where one.deliveredOn >= :first and one.deliveredOn <= :last"
                                + " and one.state = 'inspected' and one.origin <> 'stock'"
                                + " order by one.supplier, one.deliveredOn, one.id",
                        Delivery.class)
                .setParameter("first", from.toString())
                .setParameter("last", until.toString())
                .getResultList();
    }

    /** The latest of a supplier, newest first. */
    public List<Delivery> deliveries(String supplier, int most) {
        return entities.createQuery(
                        "select one from Delivery one where one.supplier = :supplier order by one.deliveredOn desc, one.id", Delivery.class)
                .setParameter("supplier", supplier)
                .setMaxResults(most)
                .getResultList();
    }

    /** The ids of what was imported from there already. */
    public Set<String> known(String origin) {
        return new HashSet<>(entities.createQuery("select one.id from Delivery one where one.origin = :origin", String.class)
                .setParameter("origin", origin)
                .getResultList());
    }

    /** Newest first. */
    public List<Evaluation> evaluations(String supplier, int most) {
        return entities.createQuery(
                        "select one from Evaluation one where one.supplier = :supplier order by one.evaluatedAt desc, one.id", Evaluation.class)
                .setParameter("supplier", supplier)
                .setMaxResults(most)
                .getResultList();
    }
}
