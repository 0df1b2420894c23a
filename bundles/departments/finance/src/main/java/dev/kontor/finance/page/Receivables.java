package dev.kontor.finance.page;

import dev.kontor.api.order.Money;
import dev.kontor.finance.schedule.PlannedInstalment;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the company is owed, over all orders (应收账款). Usable only inside a read. */
@Component(service = Receivables.class)
public final class Receivables {

    private final EntityManager entities;

    @Activate
    public Receivables(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What is open until the day, the earliest first.
     *
     * @param day ISO 8601, and {@code id}: of the last one that was shown; empty for the first part
     */
    List<PlannedInstalment> after(String day, String id, LocalDate until, int most) {
        return entities.createQuery(
                        "select one from PlannedInstalment one where one.state = 'open' and one.dueOn <= :until"
                                + " and (one.dueOn > :day or (one.dueOn = :day and one.id > :id)) order by one.dueOn, one.id",
                        PlannedInstalment.class)
                .setParameter("until", until.toString())
                .setParameter("day", day)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }

    /** @param level of dunning; empty for what is not late */
    record Age(String level, Money open) {}

    /** What is open until the day by dunning level, that is by age; one for each level and currency, none that is nothing. */
    List<Age> ages(LocalDate until) {
        return entities.createQuery(
                        "select one.level, one.currency, sum(one.amount - one.paid) from PlannedInstalment one"
                                + " where one.state = 'open' and one.dueOn <= :until group by one.level, one.currency"
                                + " order by one.currency, one.level",
                        Object[].class)
                .setParameter("until", until.toString())
                .getResultStream()
                .map(row -> new Age((String) row[0], new Money((BigDecimal) row[2], (String) row[1])))
                .toList();
    }
}
