package dev.kontor.review.book;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How an objection is to be met: proposed by sales, agreed by the objector or accepted by leadership. */
@Entity
@Table(name = "review_solution")
public class Solution {

    public static final String SUPPLEMENTARY_AGREEMENT = "supplementary-agreement";
    public static final String CUSTOMER_CONFIRMATION = "customer-confirmation";
    /** The order is corrected to what the contract says; no signed term changes. */
    public static final String CORRECTION = "correction";
    public static final String RISK_ACCEPTANCE = "risk-acceptance";

    public static final String AGREED = "agreed";
    public static final String DECLINED = "declined";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String opinion;

    private String department;

    private String kind;

    private String words;

    private String document;

    @Embedded
    private Proposal proposal;

    protected Solution() {}

    /** @param document the id of the filed document; empty if none */
    public Solution(String order, Opinion objection, String kind, String words, String document, String proposedBy, Instant proposedAt) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order;
        this.opinion = objection.id();
        this.department = objection.department();
        this.kind = kind;
        this.words = words;
        this.document = document;
        this.proposal = new Proposal(proposedBy, proposedAt);
    }

    public void settle(boolean agreed, String by, Instant at, String why) {
        proposal.settle(agreed ? AGREED : DECLINED, by, at, why);
    }

    public String id() {
        return id;
    }

    public String opinion() {
        return opinion;
    }

    public String department() {
        return department;
    }

    public String kind() {
        return kind;
    }

    public String words() {
        return words;
    }

    public String document() {
        return document;
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

    public boolean isAgreed() {
        return state().equals(AGREED);
    }
}
