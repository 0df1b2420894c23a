package dev.kontor.review.book;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.facts.ApprovalGiven;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An order may pass in spite of a failing item: proposed by one person with a reason, an amount and a last day, settled by
 * a second (特批, R-4.2). Never deleted, so that it stays visible.
 */
@Entity
@Table(name = "review_approval")
public class SpecialApproval {

    public static final String CONFIRMED = "confirmed";
    public static final String DECLINED = "declined";
    /** The revision was passed, returned or replaced before anybody answered. */
    public static final String DROPPED = "dropped";

    /** The one item that is about money: its approval holds for later revisions up to the amount. */
    private static final String CREDIT = "credit";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int revision;

    private String item;

    private String reason;

    private BigDecimal amount;

    private String currency;

    @Column(name = "expires_on")
    private String expiresOn;

    private String task = "";

    @Embedded
    @AttributeOverride(name = "proposedBy", column = @Column(name = "approved_by"))
    @AttributeOverride(name = "proposedAt", column = @Column(name = "approved_at"))
    private Proposal proposal;

    protected SpecialApproval() {}

    /** @param lastDay on which it still holds */
    public SpecialApproval(Order order, String item, Money upTo, LocalDate lastDay, String reason, Person by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.number().value();
        this.revision = order.revision();
        this.item = item;
        this.amount = upTo.amount();
        this.currency = upTo.currency();
        this.expiresOn = lastDay.toString();
        this.reason = reason;
        this.proposal = new Proposal(by.id().value(), at);
    }

    /** @param owed the task in which leadership owes the answer */
    public void await(String owed) {
        task = owed;
    }

    public void settle(String how, Person by, Instant at, String words) {
        proposal.settle(how, by.id().value(), at, words);
    }

    /** As rules see it; confirmed ones only. */
    public ApprovalGiven given(Order order, LocalDate today) {
        boolean current = (item.equals(CREDIT) || revision == order.revision()) && currency.equals(order.currency());
        return new ApprovalGiven(
                item, item + ApprovalGiven.CHECK, current, amount, amount.subtract(order.total().amount()), currency, expiresOn,
                (int) ChronoUnit.DAYS.between(today, expiresOn()), reason, proposal.proposedBy(),
                proposal.settledBy());
    }

    public String id() {
        return id;
    }

    public int revision() {
        return revision;
    }

    public String item() {
        return item;
    }

    public String reason() {
        return reason;
    }

    public Money amount() {
        return new Money(amount, currency);
    }

    /** Its last day. */
    public LocalDate expiresOn() {
        return LocalDate.parse(expiresOn);
    }

    public String task() {
        return task;
    }

    public Proposal proposal() {
        return proposal;
    }

    public String state() {
        return proposal.state();
    }

    public boolean isProposed() {
        return state().equals(Proposal.PROPOSED);
    }

    public boolean isConfirmed() {
        return state().equals(CONFIRMED);
    }
}
