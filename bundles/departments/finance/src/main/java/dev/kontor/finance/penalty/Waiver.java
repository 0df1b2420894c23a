package dev.kontor.finance.penalty;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A penalty, or part of it, that both sides agree not to ask for: proposed by finance, decided by company leadership. */
@Entity
@Table(name = "finance_penalty_waiver")
public class Waiver {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String side;

    private BigDecimal amount;

    private String currency;

    private String reason;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private long proposedAt;

    @Column(name = "decided_by")
    private String decidedBy = "";

    @Column(name = "decided_at")
    private long decidedAt;

    private String verdict = "";

    private String remarks = "";

    protected Waiver() {}

    Waiver(OrderNumber order, Side side, Money amount, String reason, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.side = side.value();
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.reason = reason;
        this.proposedBy = by;
        this.proposedAt = at.toEpochMilli();
    }

    void decide(boolean granted, String words, String by, Instant at) {
        verdict = granted ? "granted" : "declined";
        remarks = words;
        decidedBy = by;
        decidedAt = at.toEpochMilli();
    }

    String id() {
        return id;
    }

    Side side() {
        return Side.of(side);
    }

    Money amount() {
        return new Money(amount, currency);
    }

    String reason() {
        return reason;
    }

    String proposedBy() {
        return proposedBy;
    }

    boolean isOpen() {
        return verdict.isEmpty();
    }

    boolean isGranted() {
        return verdict.equals("granted");
    }

    /** Who decided; empty while open. */
    String decidedBy() {
        return decidedBy;
    }
}
