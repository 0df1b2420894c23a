package dev.kontor.finance.receipt;

import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.Money;
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
 * Money came in for which there is no order: somebody sold something outside the flow. Open until it is
 * known which order it belongs to; never deleted.
 */
@Entity
@Table(name = "finance_stray_receipt")
public class StrayReceipt {

    @Id
    private String id;

    private String payer;

    private BigDecimal amount;

    private String currency;

    @Column(name = "received_on")
    private String receivedOn;

    private String voucher;

    private String contract;

    private String remarks;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "reported_at")
    private long reportedAt;

    @Column(name = "order_number")
    private String orderNumber = "";

    private String explanation = "";

    @Column(name = "settled_by")
    private String settledBy = "";

    @Column(name = "settled_at")
    private long settledAt;

    protected StrayReceipt() {}

    /**
     * @param voucher the number of the receipt voucher
     * @param contract as the payer named it; empty if none was named
     */
    public StrayReceipt(String payer, Money amount, LocalDate receivedOn, String voucher, String contract, String remarks) {
        this.id = UUID.randomUUID().toString();
        this.payer = payer;
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.receivedOn = receivedOn.toString();
        this.voucher = voucher;
        this.contract = contract;
        this.remarks = remarks;
    }

    public void report(String by, Instant at) {
        reportedBy = by;
        reportedAt = at.toEpochMilli();
    }

    public void settle(String order, String why, String by, Instant at) {
        orderNumber = order;
        explanation = why;
        settledBy = by;
        settledAt = at.toEpochMilli();
    }

    public String id() {
        return id;
    }

    public String payer() {
        return payer;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    public LocalDate receivedOn() {
        return LocalDate.parse(receivedOn);
    }

    public String voucher() {
        return voucher;
    }

    public Optional<ContractNumber> contract() {
        return contract.isEmpty() ? Optional.empty() : Optional.of(new ContractNumber(contract));
    }

    public String remarks() {
        return remarks;
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Instant reportedAt() {
        return Instant.ofEpochMilli(reportedAt);
    }

    public boolean isOpen() {
        return orderNumber.isEmpty();
    }

    /** Whose receipt it turned out to be; empty while open. */
    public String order() {
        return orderNumber;
    }

    public String explanation() {
        return explanation;
    }

    public String settledBy() {
        return settledBy;
    }
}
