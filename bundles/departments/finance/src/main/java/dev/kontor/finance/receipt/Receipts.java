package dev.kontor.finance.receipt;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.finance.schedule.Payment;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of receipts and of their allocations. Usable only inside a command or a read. */
@Component(service = Receipts.class)
public final class Receipts {

    private final EntityManager entities;

    @Activate
    public Receipts(@Reference(target = "(osgi.unit.name=finance)") EntityManager entities) {
        this.entities = entities;
    }

    void keep(Object row) {
        entities.persist(row);
    }

    public Optional<Receipt> find(String id) {
        return Optional.ofNullable(entities.find(Receipt.class, id));
    }

    /** Whose receipt it is, without reading the receipt itself: it may change until the customer is locked. */
    Optional<CustomerId> customerOf(String id) {
        return entities.createQuery("select one.customer from Receipt one where one.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .map(CustomerId::new)
                .findFirst();
    }

    Optional<Receipt> byVoucher(String voucher) {
        return entities.createQuery("select one from Receipt one where one.voucher = :voucher", Receipt.class)
                .setParameter("voucher", voucher)
                .getResultStream()
                .findFirst();
    }

    /** Its allocations, reversed ones too, oldest first. */
    public List<Payment> payments(Receipt receipt) {
        return entities.createQuery("select one from Payment one where one.receipt = :receipt order by one.postedAt, one.id", Payment.class)
                .setParameter("receipt", receipt.id())
                .getResultList();
    }

    /** Recorded on the order, or flagged on it; by day. */
    public List<Receipt> of(OrderNumber order) {
        return entities.createQuery(
                        "select one from Receipt one where one.orderNumber = :number order by one.receivedOn, one.recordedAt, one.id",
                        Receipt.class)
                .setParameter("number", order.value())
                .getResultList();
    }

    /** Those of which something is not allocated, the oldest first. */
    public List<Receipt> open(int most) {
        return entities.createQuery(
                        "select one from Receipt one where one.state = 'open' order by one.receivedOn, one.id", Receipt.class)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * The latest first.
     *
     * @param day and {@code id}: of the last one that was shown; a day behind all others for the first part
     */
    public List<Receipt> before(String day, String id, int most) {
        return entities.createQuery(
                        "select one from Receipt one where one.receivedOn < :day or (one.receivedOn = :day and one.id < :id)"
                                + " order by one.receivedOn desc, one.id desc",
                        Receipt.class)
                .setParameter("day", day)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }
}
