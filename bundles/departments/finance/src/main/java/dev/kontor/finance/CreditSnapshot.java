package dev.kontor.finance;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.finance.facts.CreditAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The customer's credit when finance gave its opinion. */
@Entity
@Table(name = "finance_snapshot")
public class CreditSnapshot {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int revision;

    private int approved;

    @Column(name = "credit_limit")
    private BigDecimal limit;

    private BigDecimal exposure;

    private String currency;

    @Column(name = "taken_by")
    private String takenBy;

    @Column(name = "taken_at")
    private long takenAt;

    protected CreditSnapshot() {}

    public CreditSnapshot(OrderNumber order, int revision, CreditAccount account, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.revision = revision;
        this.approved = account.approved() ? 1 : 0;
        this.limit = account.limit();
        this.exposure = account.exposure();
        this.currency = account.currency();
        this.takenBy = by;
        this.takenAt = at.toEpochMilli();
    }

    public int revision() {
        return revision;
    }

    public boolean approved() {
        return approved == 1;
    }

    public Money limit() {
        return new Money(limit, currency);
    }

    public Money exposure() {
        return new Money(exposure, currency);
    }

    public String takenBy() {
        return takenBy;
    }

    public Instant takenAt() {
        return Instant.ofEpochMilli(takenAt);
    }
}
