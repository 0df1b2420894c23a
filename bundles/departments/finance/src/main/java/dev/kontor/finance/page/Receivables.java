package dev.kontor.finance.page;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.finance.schedule.PlannedInstalment;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the company is owed, over all orders or some (应收账款). Usable only inside a read. */
@Component(service = Receivables.class)
public final class Receivables {

    /** Where an age ends and the next begins, in days late. */
    private static final List<Integer> ENDS = List.of(0, 30, 60, 90, 180, 365, Integer.MAX_VALUE);

    private static final String END = "9999-12-31";

    private final EntityManager entities;

    @Activate
    public Receivables(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What narrows it.
     *
     * @param customer its id; empty for every one
     * @param orders these only; all if there is none said
     */
    record Narrowed(String customer, Optional<List<OrderNumber>> orders) {

        boolean isNothing() {
            return orders.filter(List::isEmpty).isPresent();
        }

        String words() {
            return (customer.isEmpty() ? "" : " and one.customer = :customer") + (orders.isEmpty() ? "" : " and one.orderNumber in :orders");
        }

        <T> TypedQuery<T> in(TypedQuery<T> query) {
            if (!customer.isEmpty()) {
                query.setParameter("customer", customer);
            }
            orders.ifPresent(these -> query.setParameter("orders", these.stream().map(OrderNumber::value).toList()));
            return query;
        }
    }

    /**
     * What is open until the day, the earliest first.
     *
     * @param day ISO 8601, and {@code id}: of the last one that was shown; empty for the first part
     */
    List<PlannedInstalment> after(String day, String id, LocalDate until, int most, Narrowed narrowed) {
        if (narrowed.isNothing()) {
            return List.of();
        }
        return narrowed.in(entities.createQuery(
                        "select one from PlannedInstalment one where one.state = 'open' and one.dueOn <= :until"
                                + " and (one.dueOn > :day or (one.dueOn = :day and one.id > :id))" + narrowed.words()
                                + " order by one.dueOn, one.id",
                        PlannedInstalment.class))
                .setParameter("until", until.toString())
                .setParameter("day", day)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }

    /** @param from the fewest days late, {@code to} the most; 0 for what is not late */
    record Age(int from, int to, Money open) {

        boolean isLate() {
            return from > 0;
        }

        boolean isLast() {
            return to == Integer.MAX_VALUE;
        }
    }

    /** All that is owed, by age; one for each age and currency, none that is nothing. What waits for its day is not late. */
    List<Age> ages(LocalDate today, Narrowed narrowed) {
        List<Age> ages = new ArrayList<>(sums(0, 0, today.toString(), END, " or one.dueOn = ''", narrowed));
        for (int i = 1; i < ENDS.size(); i++) {
            int from = ENDS.get(i - 1) + 1;
            int to = ENDS.get(i);
            LocalDate first = to == Integer.MAX_VALUE ? LocalDate.EPOCH : today.minusDays(to);
            ages.addAll(sums(from, to, first.toString(), today.minusDays(from).toString(), "", narrowed));
        }
        return ages;
    }

    /** @param or what else belongs to it beside the days from the first to the last */
    private List<Age> sums(int from, int to, String first, String last, String or, Narrowed narrowed) {
        if (narrowed.isNothing()) {
            return List.of();
        }
        return narrowed.in(entities.createQuery(
                        "select one.currency, sum(one.amount - one.paid) from PlannedInstalment one where one.state in ('open', 'waiting')"
                                + " and (one.dueOn between :first and :last" + or + ")" + narrowed.words()
                                + " group by one.currency order by one.currency",
                        Object[].class))
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .map(row -> new Age(from, to, new Money((BigDecimal) row[1], (String) row[0])))
                .toList();
    }
}
