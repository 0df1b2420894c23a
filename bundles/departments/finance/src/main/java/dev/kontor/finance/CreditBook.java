package dev.kontor.finance;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.finance.facts.CreditAccount;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of credit: limits, exposure, evaluations. Usable only inside a command or a read. */
@Component(service = CreditBook.class)
public final class CreditBook {

    private final EntityManager entities;

    @Activate
    public CreditBook(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Object row) {
        entities.persist(row);
    }

    Optional<CreditLimit> limit(String customer) {
        return Optional.ofNullable(entities.find(CreditLimit.class, customer));
    }

    /** The customer may owe so much until then; what waited for leadership, of which whoever grants tells, waits no longer. */
    void grant(String customer, Money limit, LocalDate until, String why, CompanyFile company) {
        Optional<CreditLimit> known = limit(customer);
        CreditLimit row = known.orElseGet(() -> new CreditLimit(customer));
        row.set(limit, company.actor().id().value(), company.now(), until, why);
        if (known.isEmpty()) {
            keep(row);
        }
        drop(customer);
    }

    Optional<LimitProposal> proposal(String customer) {
        return Optional.ofNullable(entities.find(LimitProposal.class, customer));
    }

    /** By customer. */
    List<LimitProposal> proposals() {
        return entities.createQuery("select one from LimitProposal one order by one.customer", LimitProposal.class).getResultList();
    }

    /** Nothing is proposed for the customer any more. */
    void drop(String customer) {
        proposal(customer).ifPresent(entities::remove);
    }

    /** By customer. */
    List<CreditLimit> limits(int most) {
        return entities.createQuery("select one from CreditLimit one order by one.customer", CreditLimit.class)
                .setMaxResults(most)
                .getResultList();
    }

    List<Exposure> exposures(String customer) {
        return entities.createQuery(
                        "select one from Exposure one where one.customer = :customer and one.closed = 0 order by one.orderNumber",
                        Exposure.class)
                .setParameter("customer", customer)
                .getResultList();
    }

    /** The order counts from the moment its credit was found good. A revision counts at once where it is worth more. */
    void ask(Order order) {
        exposure(order.number()).ifPresentOrElse(row -> row.ask(order), () -> keep(new Exposure(order)));
    }

    /** The order is cleared: it counts for what it is worth. */
    void count(Order order) {
        exposure(order.number()).ifPresentOrElse(row -> row.count(order), () -> keep(new Exposure(order)));
    }

    /** What was paid frees the limit. @param sum all that was allocated to the order */
    void pay(OrderNumber order, Money sum) {
        exposure(order).ifPresent(row -> row.pay(sum));
    }

    private Optional<Exposure> exposure(OrderNumber order) {
        return Optional.ofNullable(entities.find(Exposure.class, order.value()));
    }

    void release(OrderNumber order) {
        exposure(order).ifPresent(Exposure::close);
    }

    List<Evaluation> evaluations(OrderNumber order) {
        return entities.createQuery(
                        "select one from Evaluation one where one.orderNumber = :number order by one.evaluatedAt", Evaluation.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    List<CreditSnapshot> snapshots(OrderNumber order) {
        return entities.createQuery(
                        "select one from CreditSnapshot one where one.orderNumber = :number order by one.takenAt", CreditSnapshot.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** The customer's account with what is not paid of this order counted in, at the revision given. */
    public CreditAccount account(Order order, LocalDate today) {
        String customer = order.customer().value();
        List<Money> owed = exposures(customer).stream()
                .filter(row -> !row.orderNumber().equals(order.number().value()))
                .map(Exposure::owed)
                .toList();
        Optional<Exposure> counted = exposure(order.number());
        Money paid = counted.map(Exposure::paid)
                .filter(sum -> sum.currency().equals(order.currency()))
                .orElse(Money.zero(order.currency()));
        return account(customer, owed, Optional.of(order.total().minus(paid)), today);
    }

    CreditAccount account(String customer, LocalDate today) {
        return account(customer, exposures(customer).stream().map(Exposure::owed).toList(), Optional.empty(), today);
    }

    private CreditAccount account(String customer, List<Money> owed, Optional<Money> asked, LocalDate today) {
        Optional<CreditLimit> limit = limit(customer);
        String currency = limit.map(CreditLimit::limit).or(() -> asked).map(Money::currency).orElse("CNY");
        Money granted = limit.map(CreditLimit::limit).orElse(Money.zero(currency));
        BigDecimal exposure = Stream.concat(owed.stream(), asked.stream())
                .filter(each -> each.currency().equals(currency))
                .map(Money::amount)
                .reduce(Money.zero(currency).amount(), BigDecimal::add);
        boolean other = Stream.concat(owed.stream(), asked.stream())
                .anyMatch(each -> each.isPositive() && !each.currency().equals(currency));
        return new CreditAccount(
                customer,
                limit.isPresent(),
                limit.filter(each -> each.expiresOn().isBefore(today)).isPresent(),
                granted.amount(),
                exposure,
                granted.amount().subtract(exposure),
                other,
                currency);
    }
}
