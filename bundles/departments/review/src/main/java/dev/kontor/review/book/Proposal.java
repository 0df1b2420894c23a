package dev.kontor.review.book;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Proposed by one person, and settled by another or by events: what a solution and a special approval have in common. */
@Embeddable
public class Proposal {

    static final String PROPOSED = "proposed";

    private String state = PROPOSED;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private long proposedAt;

    @Column(name = "settled_by")
    private String settledBy = "";

    @Column(name = "settled_at")
    private long settledAt;

    private String remarks = "";

    protected Proposal() {}

    Proposal(String by, Instant at) {
        this.proposedBy = by;
        this.proposedAt = at.toEpochMilli();
    }

    void settle(String how, String by, Instant at, String words) {
        state = how;
        settledBy = by;
        settledAt = at.toEpochMilli();
        remarks = words;
    }

    public String state() {
        return state;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return Instant.ofEpochMilli(proposedAt);
    }

    /** Empty until settled. */
    public String settledBy() {
        return settledBy;
    }

    public Instant settledAt() {
        return Instant.ofEpochMilli(settledAt);
    }

    public String remarks() {
        return remarks;
    }
}
