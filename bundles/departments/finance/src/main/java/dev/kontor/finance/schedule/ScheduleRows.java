package dev.kontor.finance.schedule;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of schedules and of what was paid. Usable only inside a command or a read. */
@Component(service = ScheduleRows.class)
public final class ScheduleRows {

    private final EntityManager entities;

    @Activate
    public ScheduleRows(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities) {
        this.entities = entities;
    }

    /** Empty too when it is closed. */
    public Optional<PlannedInstalment> find(OrderNumber order, int position) {
        return known(order, position).filter(row -> !row.isClosed());
    }

    private Optional<PlannedInstalment> known(OrderNumber order, int position) {
        return Optional.ofNullable(entities.find(PlannedInstalment.class, PlannedInstalment.id(order, position)));
    }

    PlannedInstalment findOrNew(OrderNumber order, int position) {
        return known(order, position).orElseGet(() -> {
            PlannedInstalment row = new PlannedInstalment(order, position);
            entities.persist(row);
            return row;
        });
    }

    /** By position, without closed ones. */
    public List<PlannedInstalment> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from PlannedInstalment one where one.orderNumber = :number and one.state <> 'closed' order by one.position",
                        PlannedInstalment.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    List<DueEvent> events(OrderNumber order) {
        return entities.createQuery("select one from DueEvent one where one.orderNumber = :number order by one.position", DueEvent.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    void drop(DueEvent event) {
        entities.remove(event);
    }

    void happened(OrderFile file, String event, int position, LocalDate day) {
        DueEvent known = entities.find(DueEvent.class, DueEvent.id(file, event, position));
        DueEvent row = known == null ? new DueEvent(file, event, position) : known;
        row.happened(day, file);
        if (known == null) {
            entities.persist(row);
        }
    }

    /** Every one there ever was, by the day on which the money came. */
    List<Payment> payments(OrderNumber order) {
        return entities.createQuery(
                        "select one from Payment one where one.orderNumber = :number order by one.receivedOn, one.postedAt, one.id",
                        Payment.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** What was paid of an instalment and not reversed, by the day on which it came. */
    List<Payment> payments(OrderNumber order, int position) {
        return payments(order).stream().filter(each -> each.position() == position && !each.isReversed()).toList();
    }

    /** Tells the row what was paid of it in its currency. */
    void pay(PlannedInstalment row) {
        String currency = row.due().amount().currency();
        List<Payment> payments = payments(row.order(), row.position()).stream()
                .filter(each -> each.amount().currency().equals(currency))
                .toList();
        Money sum = payments.stream().map(Payment::amount).reduce(Money.zero(currency), Money::plus);
        row.pay(sum, payments.stream().map(Payment::receivedOn).max(LocalDate::compareTo));
    }

    /** Whether anything of the order is owed, with a day or without. */
    public boolean owes(OrderNumber order) {
        return of(order).stream().anyMatch(PlannedInstalment::isOwed);
    }

    /** Whether the order is the first of its customer on which anything is owed. */
    public boolean isFirstOwed(OrderNumber order, CustomerId customer) {
        return entities.createQuery(
                        "select min(one.orderNumber) from PlannedInstalment one"
                                + " where one.customer = :customer and one.state in ('open', 'waiting')",
                        String.class)
                .setParameter("customer", customer.value())
                .getResultStream()
                .anyMatch(order.value()::equals);
    }

    /** What the customer owes that has a day, the earliest first. */
    public List<Due> owedBy(String customer, int most) {
        return entities.createQuery(
                        "select one from PlannedInstalment one where one.customer = :customer and one.state = 'open' order by one.dueOn, one.id",
                        PlannedInstalment.class)
                .setParameter("customer", customer)
                .setMaxResults(most)
                .getResultStream()
                .map(PlannedInstalment::due)
                .toList();
    }
}
