package dev.kontor.production.purchasing.book;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What orders need bought, and what was bought for them. Usable only inside a command or a read. */
@Component(service = PurchaseBook.class)
public final class PurchaseBook {

    private final EntityManager entities;

    @Activate
    public PurchaseBook(@Reference(target = "(osgi.unit.name=production)") EntityManager entities) {
        this.entities = entities;
    }

    public void keep(Object row) {
        entities.persist(row);
    }

    /** By the day on which it is needed. */
    public List<Requisition> requisitions(OrderNumber order) {
        return entities.createQuery(
                        "select one from Requisition one where one.orderNumber = :number order by one.neededOn, one.name, one.id",
                        Requisition.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Those of one request, {@code R1}, that nobody has bought yet. */
    public List<Requisition> open(OrderNumber order, String request) {
        return requisitions(order).stream().filter(each -> each.isOpen() && each.subject().equals(request)).toList();
    }

    /** What the next request of the order is numbered. */
    public int nextSlip(OrderNumber order) {
        return requisitions(order).stream().mapToInt(Requisition::slip).max().orElse(0) + 1;
    }

    public Optional<Budget> budget(OrderNumber order) {
        return Optional.ofNullable(entities.find(Budget.class, order.value()));
    }

    /** What buying for the order may cost from now on. */
    public void set(OrderNumber order, Money limit, String why, String by, Instant at) {
        Budget budget = budget(order).orElseGet(() -> new Budget(order));
        budget.set(limit, why, by, at);
        entities.persist(budget);
    }

    /** Every budget that was to be more than the one before, oldest first. */
    public List<BudgetProposal> proposals(OrderNumber order) {
        return entities.createQuery(
                        "select one from BudgetProposal one where one.orderNumber = :number order by one.ordinal", BudgetProposal.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    public List<Purchase> purchases(OrderNumber order) {
        return entities.createQuery(
                        "select one from Purchase one where one.orderNumber = :number order by one.boughtAt, one.contract", Purchase.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** What is bought for the order, or is to be. */
    public Money committed(OrderNumber order) {
        return purchases(order).stream().filter(each -> !each.isRefused()).map(Purchase::amount).reduce(Money.zero("CNY"), Money::plus);
    }

    public Optional<Purchase> contract(String number) {
        return entities.createQuery("select one from Purchase one where one.contract = :number", Purchase.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Placed ones of all orders by the day on which they are due, those behind one of them. */
    public List<Purchase> placed(String dueOn, String after, int most) {
        return entities.createQuery(
                        "select one from Purchase one where one.state = 'placed' and"
                                + " (one.dueOn > :due or (one.dueOn = :due and one.id > :after)) order by one.dueOn, one.id",
                        Purchase.class)
                .setParameter("due", dueOn)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    public List<PurchaseLine> lines(Purchase purchase) {
        return entities.createQuery(
                        "select one from PurchaseLine one where one.purchase = :purchase order by one.position", PurchaseLine.class)
                .setParameter("purchase", purchase.id())
                .getResultList();
    }

    /** By which a delivery was bought; empty for what was there already. */
    public Optional<Purchase> purchase(Delivery delivery) {
        return entities.createQuery("select one from Purchase one, PurchaseLine line where line.purchase = one.id and line.id = :line", Purchase.class)
                .setParameter("line", delivery.line())
                .getResultStream()
                .findFirst();
    }

    /** Of which a delivery came; empty for what was there already. */
    public Optional<PurchaseLine> line(Delivery delivery) {
        return Optional.ofNullable(entities.find(PurchaseLine.class, delivery.line()));
    }

    public List<Delivery> deliveries(PurchaseLine line) {
        return entities.createQuery(
                        "select one from Delivery one where one.line = :line order by one.deliveredOn, one.id", Delivery.class)
                .setParameter("line", line.id())
                .getResultList();
    }

    /** What is still to come; what does not conform is to come again unless it is used after all, what is not inspected yet has come. */
    public BigDecimal outstanding(PurchaseLine line) {
        return line.quantity().subtract(deliveries(line).stream().map(Delivery::accepted).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    public List<SupplyProblem> problems(OrderNumber order) {
        return entities.createQuery(
                        "select one from SupplyProblem one where one.orderNumber = :number order by one.ordinal", SupplyProblem.class)
                .setParameter("number", order.value())
                .getResultList();
    }
}
