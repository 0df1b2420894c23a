package dev.kontor.finance.invoice;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A value-added tax invoice as it was issued (发票); never changed, only taken back by a red-letter invoice. */
@Entity
@Table(name = "finance_invoice")
public class Invoice {

    /** Instead of an instalment's position: the whole order. */
    static final int WHOLE = 0;

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "customer_name")
    private String customerName;

    private int instalment;

    private String kind;

    private String code;

    private String number;

    @Column(name = "issued_on")
    private String issuedOn;

    private String currency;

    private BigDecimal net;

    private BigDecimal tax;

    private String reverses = "";

    private String document;

    @Column(name = "received_on")
    private String receivedOn = "";

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private long recordedAt;

    protected Invoice() {}

    /** @param instalment its position, or {@link #WHOLE} */
    Invoice(Order order, int instalment, InvoiceKind kind, InvoiceNumber number, LocalDate issuedOn, Taxes amounts) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.number().value();
        this.customerName = order.customerName();
        this.instalment = instalment;
        this.kind = kind.value();
        this.code = number.code();
        this.number = number.number();
        this.issuedOn = issuedOn.toString();
        this.currency = amounts.currency();
        this.net = amounts.net().amount();
        this.tax = amounts.tax().amount();
    }

    Invoice reversing(Invoice other) {
        reverses = other.id;
        return this;
    }

    Invoice recorded(String original, String by, Instant at) {
        document = original;
        recordedBy = by;
        recordedAt = at.toEpochMilli();
        return this;
    }

    void receive(LocalDate on) {
        receivedOn = on.toString();
    }

    public String id() {
        return id;
    }

    public String order() {
        return orderNumber;
    }

    public String customerName() {
        return customerName;
    }

    public int instalment() {
        return instalment;
    }

    public boolean isOfTheWholeOrder() {
        return instalment == WHOLE;
    }

    public InvoiceKind kind() {
        return InvoiceKind.of(kind);
    }

    public InvoiceNumber number() {
        return new InvoiceNumber(code, number);
    }

    public LocalDate issuedOn() {
        return LocalDate.parse(issuedOn);
    }

    public Money net() {
        return new Money(net, currency);
    }

    public Money tax() {
        return new Money(tax, currency);
    }

    public Money total() {
        return net().plus(tax());
    }

    /** The id of the invoice that this one takes back; empty for any other. */
    public String reverses() {
        return reverses;
    }

    /** The id of the original file. */
    public String document() {
        return document;
    }

    /** The day on which the customer had it. */
    public Optional<LocalDate> receivedOn() {
        return receivedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(receivedOn));
    }
}
