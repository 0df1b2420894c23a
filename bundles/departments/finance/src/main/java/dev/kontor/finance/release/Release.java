package dev.kontor.finance.release;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An order may go on in spite of what holds it: proposed by one person with a reason, an amount and a last day, settled by a second
 * (放行特批, policy 9). Never deleted, so that it stays visible.
 */
@Entity
@Table(name = "finance_release")
public class Release {

    static final String PROPOSED = "proposed";
    static final String CONFIRMED = "confirmed";
    static final String DECLINED = "declined";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String item;

    private BigDecimal amount;

    private String currency;

    @Column(name = "expires_on")
    private String expiresOn;

    private String reason;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private long proposedAt;

    private String state = PROPOSED;

    @Column(name = "settled_by")
    private String settledBy = "";

    @Column(name = "settled_at")
    private long settledAt;

    private String remarks = "";

    protected Release() {}

    /** @param lastDay on which it still holds */
    Release(OrderFile file, Item item, Money upTo, LocalDate lastDay, String reason) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = file.number().value();
        this.item = item.value();
        this.amount = upTo.amount();
        this.currency = upTo.currency();
        this.expiresOn = lastDay.toString();
        this.reason = reason;
        this.proposedBy = file.actor().id().value();
        this.proposedAt = file.now().toEpochMilli();
    }

    void settle(String how, String words, OrderFile file) {
        state = how;
        settledBy = file.actor().id().value();
        settledAt = file.now().toEpochMilli();
        remarks = words;
    }

    public String id() {
        return id;
    }

    public Item item() {
        return Item.of(item);
    }

    /** Up to which it holds. */
    public Money amount() {
        return new Money(amount, currency);
    }

    /** Its last day. */
    public LocalDate expiresOn() {
        return LocalDate.parse(expiresOn);
    }

    public String reason() {
        return reason;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return Instant.ofEpochMilli(proposedAt);
    }

    /** {@code proposed}, {@code confirmed} or {@code declined}. */
    public String state() {
        return state;
    }

    public boolean isProposed() {
        return state.equals(PROPOSED);
    }

    public boolean isConfirmed() {
        return state.equals(CONFIRMED);
    }

    public String settledBy() {
        return settledBy;
    }

    public String remarks() {
        return remarks;
    }
}
