package dev.kontor.production.purchasing.book;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How long a part takes from a supplier: as agreed, else the longest that its latest deliveries took. Usable only inside a command or
 * a read.
 */
@Component(service = LeadTimes.class)
public final class LeadTimes {

    private static final int LATEST = 5;
    private static final int MOST = 200;

    private final EntityManager entities;
    private final SupplierBook suppliers;

    @Activate
    public LeadTimes(
            @Reference(target = "(osgi.unit.name=production)") EntityManager entities, @Reference SupplierBook suppliers) {
        this.entities = entities;
        this.suppliers = suppliers;
    }

    /** @param supplier name of the approved supplier that takes the fewest days */
    public record Shortest(String supplier, int days) {}

    /** Of those who may be bought from on the day; empty while nobody agreed on the part or delivered it. */
    public Optional<Shortest> shortest(String part, LocalDate on) {
        Map<String, Integer> known = delivered(part);
        known.putAll(agreed(part));
        return suppliers.approved(known.keySet(), on).stream()
                .map(supplier -> new Shortest(supplier.name(), known.get(supplier.code())))
                .min(Comparator.comparingInt(Shortest::days).thenComparing(Shortest::supplier));
    }

    private Map<String, Integer> agreed(String part) {
        Map<String, Integer> latest = new HashMap<>();
        entities.createQuery("select one from LeadTime one where one.part = :part order by one.agreedAt", LeadTime.class)
                .setParameter("part", part)
                .getResultList()
                .forEach(each -> latest.put(each.supplier(), each.days()));
        return latest;
    }

    private Map<String, Integer> delivered(String part) {
        List<Object[]> rows = entities.createQuery("select one.supplier, purchase.signedOn, one.deliveredOn"
                                + " from Delivery one, PurchaseLine line, Purchase purchase where line.id = one.line"
                                + " and purchase.id = line.purchase and line.name = :part order by one.deliveredOn desc, one.id",
                        Object[].class)
                .setParameter("part", part)
                .setMaxResults(MOST)
                .getResultList();
        Map<String, Integer> longest = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Object[] row : rows) {
            String supplier = (String) row[0];
            if (seen.merge(supplier, 1, Integer::sum) <= LATEST) {
                int days = (int) ChronoUnit.DAYS.between(LocalDate.parse((String) row[1]), LocalDate.parse((String) row[2]));
                longest.merge(supplier, days, Math::max);
            }
        }
        return longest;
    }

    /** What was agreed with a supplier, newest first. */
    public List<LeadTime> of(String supplier) {
        return entities.createQuery("select one from LeadTime one where one.supplier = :supplier order by one.agreedAt desc, one.part", LeadTime.class)
                .setParameter("supplier", supplier)
                .setMaxResults(MOST)
                .getResultList();
    }

    public void keep(LeadTime agreed) {
        entities.persist(agreed);
    }
}
