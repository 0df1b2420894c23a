package dev.kontor.finance.penalty;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A penalty that the company owes, or part of it, which the customer keeps back from an instalment as both sides have agreed (抵扣):
 * proposed by finance, decided by company leadership. Never deleted.
 */
@Entity
@Table(name = "finance_set_off")
public class SetOff {

    static final String GRANTED = "granted";
    static final String DECLINED = "declined";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int position;

    private BigDecimal amount;

    private String currency;

    private String agreement;

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

    protected SetOff() {}

    /**
     * @param position of the instalment that it is kept back from
     * @param agreement id of the document that both sides have signed
     */
    SetOff(OrderFile file, int position, Money amount, String agreement, String reason) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = file.number().value();
        this.position = position;
        this.amount = amount.amount();
        this.currency = amount.currency();
        this.agreement = agreement;
        this.reason = reason;
        this.proposedBy = file.actor().id().value();
        this.proposedAt = file.now().toEpochMilli();
    }

    void decide(String how, String words, OrderFile file) {
        verdict = how;
        remarks = words;
        decidedBy = file.actor().id().value();
        decidedAt = file.now().toEpochMilli();
    }

    public String id() {
        return id;
    }

    public int position() {
        return position;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    String agreement() {
        return agreement;
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
