package dev.kontor.finance.guarantee;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A guarantee of our bank that the customer holds in place of one instalment of retention money (质量保函, policy 12). */
@Entity
@Table(name = "finance_guarantee")
public class Guarantee {

    static final String HELD = "held";
    static final String RETURNED = "returned";
    static final String DRAWN = "drawn";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int position;

    @Column(name = "guarantee_number")
    private String number;

    private String bank;

    private BigDecimal amount;

    private String currency;

    @Column(name = "expires_on")
    private String expiresOn;

    private String document;

    private String state = HELD;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private long recordedAt;

    @Column(name = "ended_on")
    private String endedOn = "";

    @Column(name = "ended_by")
    private String endedBy = "";

    protected Guarantee() {}

    /** @param document id of the guarantee as filed */
    Guarantee(OrderFile file, int position, Money amount, LocalDate expires, String document) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = file.number().value();
        this.position = position;
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.expiresOn = expires.toString();
        this.document = document;
        this.recordedBy = file.actor().id().value();
        this.recordedAt = file.now().toEpochMilli();
    }

    Guarantee of(String itsBank, String itsNumber) {
        bank = itsBank;
        number = itsNumber;
        return this;
    }

    void extend(LocalDate until) {
        expiresOn = until.toString();
    }

    /** @param how {@link #RETURNED} or {@link #DRAWN} */
    void end(String how, LocalDate on, OrderFile file) {
        state = how;
        endedOn = on.toString();
        endedBy = file.actor().id().value();
    }

    public String id() {
        return id;
    }

    /** Of the instalment that it stands for. */
    public int position() {
        return position;
    }

    public String number() {
        return number;
    }

    public String bank() {
        return bank;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    /** The last day on which the customer can draw on it. */
    public LocalDate expiresOn() {
        return LocalDate.parse(expiresOn);
    }

    public String document() {
        return document;
    }

    /** {@code held} by the customer, {@code returned}, or {@code drawn} on. */
    public String state() {
        return state;
    }

    public boolean isHeld() {
        return state.equals(HELD);
    }

    public Optional<LocalDate> endedOn() {
        return endedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(endedOn));
    }
}
