package dev.kontor.finance.receipt;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that came for an order (收款), with its voucher. What it is credited with, in the order's currency, is allocated to
 * instalments; what is not is flagged until it is allocated or repaid. Never deleted.
 */
@Entity
@Table(name = "finance_receipt")
public class Receipt {

    static final String OPEN = "open";
    static final String DONE = "done";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String customer;

    private String payer;

    private BigDecimal amount;

    private String currency;

    private BigDecimal credited;

    @Column(name = "credited_currency")
    private String creditedCurrency;

    private BigDecimal rate;

    @Column(name = "rate_on")
    private String rateOn;

    @Column(name = "received_on")
    private String receivedOn;

    private String voucher;

    private String document = "";

    private String remarks;

    private BigDecimal unallocated;

    private BigDecimal repaid = BigDecimal.ZERO;

    @Column(name = "repaid_why")
    private String repaidWhy = "";

    @Column(name = "repaid_by")
    private String repaidBy = "";

    private String state = OPEN;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private long recordedAt;

    protected Receipt() {}

    /**
     * @param rate what one unit of the amount's currency is worth in the order's; 1 in the order's own currency
     * @param rateOn the day of the rate; empty in the order's own currency
     */
    Receipt(OrderFile file, String voucher, String payer, Money amount, LocalDate receivedOn, BigDecimal rate, Optional<LocalDate> rateOn) {
        Order order = file.order().orElseThrow();
        this.id = UUID.randomUUID().toString();
        this.orderNumber = file.number().value();
        this.customer = order.customer().value();
        this.voucher = voucher;
        this.payer = payer;
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.receivedOn = receivedOn.toString();
        this.rate = rate;
        this.rateOn = rateOn.map(LocalDate::toString).orElse("");
        this.credited = Money.rounded(amount.amount().multiply(rate), order.currency()).amount();
        this.creditedCurrency = order.currency();
        this.unallocated = credited;
        this.recordedBy = file.actor().id().value();
        this.recordedAt = file.now().toEpochMilli();
    }

    /** @param filed the id of the voucher's document */
    void prove(String filed, String words) {
        document = filed;
        remarks = words;
    }

    /** @param allocated the sum of its allocations that are not reversed */
    void allocated(Money allocated) {
        unallocated = credited.subtract(allocated.amount()).subtract(repaid);
        state = unallocated.signum() == 0 ? DONE : OPEN;
    }

    /** What is not allocated goes back to the payer. */
    void repay(String why, OrderFile file) {
        repaid = repaid.add(unallocated);
        repaidWhy = why;
        repaidBy = file.actor().id().value();
        unallocated = BigDecimal.ZERO;
        state = DONE;
    }

    /** What is not allocated is flagged on that order from now on. */
    void flagOn(OrderNumber order) {
        orderNumber = order.value();
    }

    public String id() {
        return id;
    }

    /** On which it was recorded, and flagged while something of it is not allocated. */
    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public String customer() {
        return customer;
    }

    public String payer() {
        return payer;
    }

    /** As it came. */
    public Money amount() {
        return new Money(amount, currency);
    }

    /** What it is worth in the order's currency. */
    public Money credited() {
        return new Money(credited, creditedCurrency);
    }

    public boolean isConverted() {
        return !rateOn.isEmpty();
    }

    public BigDecimal rate() {
        return rate;
    }

    public Optional<LocalDate> rateOn() {
        return rateOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(rateOn));
    }

    public LocalDate receivedOn() {
        return LocalDate.parse(receivedOn);
    }

    public String voucher() {
        return voucher;
    }

    public String document() {
        return document;
    }

    public String remarks() {
        return remarks;
    }

    public Money unallocated() {
        return new Money(unallocated, creditedCurrency);
    }

    public Money repaid() {
        return new Money(repaid, creditedCurrency);
    }

    public String repaidWhy() {
        return repaidWhy;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return Instant.ofEpochMilli(recordedAt);
    }
}
