package dev.kontor.finance;

import dev.kontor.api.order.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** How much a customer may owe, who approved it, and until when (信用额度). */
@Entity
@Table(name = "finance_limit")
public class CreditLimit {

    @Id
    private String customer;

    private BigDecimal amount;

    private String currency;

    private String approver;

    @Column(name = "approved_at")
    private long approvedAt;

    @Column(name = "expires_on")
    private String expiresOn;

    private String reason;

    private long version;

    protected CreditLimit() {}

    public CreditLimit(String customer) {
        this.customer = customer;
    }

    public void set(Money limit, String by, Instant at, LocalDate until, String why) {
        amount = limit.amount();
        currency = limit.currency();
        approver = by;
        approvedAt = at.toEpochMilli();
        expiresOn = until.toString();
        reason = why;
        version++;
    }

    /** Whether a customer may owe so much until then already. */
    boolean covers(Money limit, LocalDate until) {
        return limit.currency().equals(currency) && limit.amount().compareTo(amount) <= 0 && !until.isAfter(expiresOn());
    }

    public String customer() {
        return customer;
    }

    public Money limit() {
        return new Money(amount, currency);
    }

    public String approver() {
        return approver;
    }

    public Instant approvedAt() {
        return Instant.ofEpochMilli(approvedAt);
    }

    /** Its last day. */
    public LocalDate expiresOn() {
        return LocalDate.parse(expiresOn);
    }

    public String reason() {
        return reason;
    }

    public long version() {
        return version;
    }
}
