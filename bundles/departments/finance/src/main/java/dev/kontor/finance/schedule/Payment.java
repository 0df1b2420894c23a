package dev.kontor.finance.schedule;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Part of a receipt that was allocated to an instalment (核销), or stands in for one ({@link PaymentKind}). Never deleted: a wrong one
 * is reversed and stays visible.
 */
@Entity
@Table(name = "finance_payment")
public class Payment {

    /** Why it was reversed, where nobody said so: a later revision of the order has no such instalment. */
    public static final String REVISED = "order-revised";

    /** As {@link #REVISED}: the order was terminated or cancelled. */
    public static final String ENDED = "order-ended";

    @Id
    private String id;

    private String receipt;

    @Column(name = "order_number")
    private String orderNumber;

    private int position;

    private String kind = PaymentKind.RECEIPT.value();

    private BigDecimal amount;

    private String currency;

    @Column(name = "received_on")
    private String receivedOn;

    @Column(name = "posted_by")
    private String postedBy;

    @Column(name = "posted_at")
    private long postedAt;

    @Column(name = "reversed_by")
    private String reversedBy = "";

    @Column(name = "reversed_at")
    private long reversedAt;

    @Column(name = "reversed_why")
    private String reversedWhy = "";

    protected Payment() {}

    /** @param receipt its id */
    public Payment(String receipt, LocalDate receivedOn, int position, Money amount, OrderFile file) {
        this.id = UUID.randomUUID().toString();
        this.receipt = receipt;
        this.orderNumber = file.number().value();
        this.position = position;
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.receivedOn = receivedOn.toString();
        this.postedBy = file.actor().id().value();
        this.postedAt = file.now().toEpochMilli();
    }

    /** Of a penalty that is set off: money of no receipt. @param setOff its id @param on the day on which it was granted */
    public static Payment setOff(String setOff, LocalDate on, int position, Money amount, OrderFile file) {
        Payment payment = new Payment(setOff, on, position, amount, file);
        payment.kind = PaymentKind.SET_OFF.value();
        return payment;
    }

    /** Of the penalty for paying late, not of an instalment: its position is 0. @param receipt its id */
    public static Payment ofPenalty(String receipt, LocalDate receivedOn, Money amount, OrderFile file) {
        Payment payment = new Payment(receipt, receivedOn, 0, amount, file);
        payment.kind = PaymentKind.PENALTY.value();
        return payment;
    }

    public void reverse(String why, OrderFile file) {
        reversedBy = file.actor().id().value();
        reversedAt = file.now().toEpochMilli();
        reversedWhy = why;
    }

    public String id() {
        return id;
    }

    public PaymentKind kind() {
        return PaymentKind.of(kind);
    }

    /** Its id; the set-off's where there is no receipt. */
    public String receipt() {
        return receipt;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public int position() {
        return position;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    /** The day on which the money came. */
    public LocalDate receivedOn() {
        return LocalDate.parse(receivedOn);
    }

    public String postedBy() {
        return postedBy;
    }

    public Instant postedAt() {
        return Instant.ofEpochMilli(postedAt);
    }

    public boolean isReversed() {
        return reversedAt != 0;
    }

    public String reversedBy() {
        return reversedBy;
    }

    public String reversedWhy() {
        return reversedWhy;
    }
}
