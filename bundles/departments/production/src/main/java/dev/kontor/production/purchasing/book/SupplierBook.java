package dev.kontor.production.purchasing.book;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
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

    /** Everything that came on one of the days, both included, by supplier. */
    public List<Delivery> deliveries(LocalDate from, LocalDate until) {
        return entities.createQuery(
                        "select one from Delivery one where one.deliveredOn >= :first and one.deliveredOn <= :last"
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
