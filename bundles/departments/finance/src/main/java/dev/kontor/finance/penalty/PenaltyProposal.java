package dev.kontor.finance.penalty;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A penalty, or part of it, that is not paid as both sides have agreed: proposed by finance, decided by company leadership.
 * Never deleted.
 */
@MappedSuperclass
public abstract class PenaltyProposal {

    static final String GRANTED = "granted";
    static final String DECLINED = "declined";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

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

    protected PenaltyProposal() {}

    PenaltyProposal(OrderFile file, Money amount, String reason) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = file.number().value();
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.reason = reason;
        this.proposedBy = file.actor().id().value();
        this.proposedAt = file.now().toEpochMilli();
    }

    /** @param how {@link #GRANTED} or {@link #DECLINED} */
    void decide(String how, String words, OrderFile file) {
        verdict = how;
        remarks = words;
        decidedBy = file.actor().id().value();
        decidedAt = file.now().toEpochMilli();
    }

    public String id() {
        return id;
    }

    public Money amount() {
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
        return verdict.equals(GRANTED);
    }

    /** Who decided; empty while open. */
    String decidedBy() {
        return decidedBy;
    }
}
