package dev.kontor.finance.receipt;

import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.OrderFilter;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.OrderSort;
import dev.kontor.api.order.OrderSummary;
import dev.kontor.api.order.Orders;
import dev.kontor.api.people.Person;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of receipts without an order. Usable only inside a command or a read. */
@Component(service = StrayReceipts.class)
public final class StrayReceipts {

    private static final int CANDIDATES = 50;

    private final EntityManager entities;
    private final Orders orders;

    @Activate
    public StrayReceipts(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities, @Reference Orders orders) {
        this.entities = entities;
        this.orders = orders;
    }

    void keep(StrayReceipt receipt) {
        entities.persist(receipt);
    }

    Optional<StrayReceipt> find(String id) {
        return Optional.ofNullable(entities.find(StrayReceipt.class, id));
    }

    Optional<StrayReceipt> byVoucher(String voucher) {
        return entities.createQuery("select one from StrayReceipt one where one.voucher = :voucher", StrayReceipt.class)
                .setParameter("voucher", voucher)
                .getResultStream()
                .findFirst();
    }

    /** Those that turned out to be of the order, oldest first. */
    List<StrayReceipt> settledTo(OrderNumber order) {
        return entities.createQuery(
                        "select one from StrayReceipt one where one.orderNumber = :number order by one.settledAt, one.id", StrayReceipt.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Open ones first, then the latest. */
    List<StrayReceipt> all(int most) {
        return entities.createQuery(
                        "select one from StrayReceipt one order by one.settledAt, one.reportedAt desc, one.id", StrayReceipt.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** The orders of the contract that the reader may see. */
    List<OrderSummary> ordersOf(ContractNumber contract, Person reader) {
        return orders.list(OrderFilter.ALL.matching(contract.written()), OrderSort.NEWEST, "", CANDIDATES, reader).orders().stream()
                .filter(order -> order.contract().canonical().equals(contract.canonical()))
                .toList();
    }
}
