package dev.kontor.production.purchasing.book;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A budget that is to be more than it was, until a second person has answered. */
@Entity
@Table(name = "production_budget_proposal")
public class BudgetProposal {

    private static final String OPEN = "open";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int ordinal;

    private BigDecimal amount;

    private String reason;

    private String state = OPEN;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private long proposedAt;

    @Column(name = "answered_by")
    private String answeredBy = "";

    private String grounds = "";

    protected BudgetProposal() {}

    /** @param ordinal which of the order, 1 for the first */
    public BudgetProposal(OrderNumber order, int ordinal, Money amount, String reason, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.ordinal = ordinal;
        this.amount = amount.amount();
        this.reason = reason;
        this.proposedBy = by;
        this.proposedAt = at.toEpochMilli();
    }

    public void answer(boolean allowed, String why, String by) {
        state = allowed ? "confirmed" : "declined";
        grounds = why;
        answeredBy = by;
    }

    /** Another amount was said before anybody answered. */
    public void withdraw() {
        state = "withdrawn";
    }

    public boolean isOpen() {
        return state.equals(OPEN);
    }

    /** By what its task is known, {@code B1}. */
    public String subject() {
        return subject(ordinal);
    }

    /** @param ordinal which of the order's, 1 for the first */
    public static String subject(int ordinal) {
        return "B" + ordinal;
    }

    public Money amount() {
        return new Money(amount, "CNY");
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
}
