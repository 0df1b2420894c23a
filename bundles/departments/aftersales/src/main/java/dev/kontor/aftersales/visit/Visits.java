package dev.kontor.aftersales.visit;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The visits. Usable only inside a command or a read. */
@Component(service = Visits.class)
public final class Visits {

    private final EntityManager entities;

    @Activate
    public Visits(@Reference(target = "(osgi.unit.name=aftersales)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Visit visit) {
        entities.persist(visit);
    }

    void drop(Visit planned) {
        entities.remove(planned);
    }

    /** One that is not among those planned from delivery on. */
    Visit unplanned(OrderFile file, LocalDate from) {
        Visit visit = Visit.unplanned(file.order().orElseThrow(), unplannedBefore(file) + 1, from);
        keep(visit);
        return visit;
    }

    int unplannedBefore(OrderFile file) {
        return (int) of(file.number()).stream().filter(visit -> !visit.isPlanned()).count();
    }

    Optional<Visit> find(OrderNumber order, String number) {
        return Optional.ofNullable(entities.find(Visit.class, order + "-" + number));
    }

    /** By the day for which they were planned. */
    public List<Visit> of(OrderNumber order) {
        return entities.createQuery("select one from Visit one where one.orderNumber = :number order by one.plannedOn, one.id", Visit.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Those that are over, the latest first. */
    public List<Visit> ofCustomer(String customer, int most) {
        return entities.createQuery(
                        "select one from Visit one where one.customer = :customer and one.over = 1 order by one.heldOn desc, one.id", Visit.class)
                .setParameter("customer", customer)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * A part of the list: those to come by the day for which they were planned, those held the latest first.
     *
     * @param customer whose; empty for everybody's
     * @param after id of the last of the part before; empty for the first part
     */
    List<Visit> list(boolean held, String customer, String after, int most) {
        Optional<Visit> last = Optional.ofNullable(entities.find(Visit.class, after));
        String edge = held
                ? " and (one.heldOn < :edge or one.heldOn = :edge and one.id < :id)"
                : " and (one.plannedOn > :edge or one.plannedOn = :edge and one.id > :id)";
        String order = held ? " order by one.heldOn desc, one.id desc" : " order by one.plannedOn, one.id";
        TypedQuery<Visit> query = entities.createQuery(
                        "select one from Visit one where one.over = :held" + (customer.isEmpty() ? "" : " and one.customer = :customer")
                                + last.map(each -> edge).orElse("") + order, Visit.class)
                .setParameter("held", held ? 1 : 0)
                .setMaxResults(most);
        if (!customer.isEmpty()) {
            query.setParameter("customer", customer);
        }
        last.ifPresent(each -> query
                .setParameter("edge", (held ? each.heldOn().orElseThrow() : each.plannedOn()).toString())
                .setParameter("id", each.id()));
        return query.getResultList();
    }

    /**
     * How satisfied customers were in a month.
     *
     * @param equipment and {@code service}: averages of 1 to 5, one decimal
     */
    record Satisfaction(YearMonth month, long visits, BigDecimal equipment, BigDecimal service) {}

    /** Month by month, the latest first; months without a visit are left out. */
    List<Satisfaction> satisfaction(YearMonth from) {
        return entities.createQuery(
                        "select one.heldMonth, count(one), sum(one.equipment), sum(one.service) from Visit one"
                                + " where one.heldMonth >= :from group by one.heldMonth order by one.heldMonth desc",
                        Object[].class)
                .setParameter("from", from.toString())
                .getResultStream()
                .map(row -> {
                    long visits = ((Number) row[1]).longValue();
                    return new Satisfaction(YearMonth.parse((String) row[0]), visits, average(row[2], visits), average(row[3], visits));
                })
                .toList();
    }

    private static BigDecimal average(Object sum, long count) {
        return BigDecimal.valueOf(((Number) sum).longValue()).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP);
    }
}
