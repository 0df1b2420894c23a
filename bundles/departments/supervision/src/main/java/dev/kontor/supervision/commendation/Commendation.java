package dev.kontor.supervision.commendation;

import dev.kontor.api.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person or department that is commended, or proposed to be. */
@Entity
@Table(name = "supervision_commendation")
public class Commendation {

    /** Where it stands. The names are kept in rows: add, never rename. */
    public enum State {
        PROPOSED,
        APPROVED,
        DECLINED
    }

    @Id
    private String id;

    private String commended;

    private String reason;

    private String evidence;

    @Column(name = "order_number")
    private String order;

    private String reward;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private long proposedAt;

    private String state = State.PROPOSED.name();

    @Column(name = "approved_by")
    private String approvedBy = "";

    @Column(name = "approved_at")
    private long approvedAt;

    private String remarks = "";

    protected Commendation() {}

    /**
     * @param commended a person's sign-in name or a department's id
     * @param order in which it showed; empty for none in particular
     * @param reward as proposed; empty for words alone
     */
    public Commendation(String commended, String reason, String evidence, String order, String reward) {
        this.id = UUID.randomUUID().toString();
        this.commended = commended;
        this.reason = reason;
        this.evidence = evidence;
        this.order = order;
        this.reward = reward;
    }

    public void propose(PersonId by, Instant at) {
        proposedBy = by.value();
        proposedAt = at.toEpochMilli();
    }

    public void answer(State answer, String words, PersonId by, Instant at) {
        state = answer.name();
        remarks = words;
        approvedBy = by.value();
        approvedAt = at.toEpochMilli();
    }

    public State state() {
        return State.valueOf(state);
    }

    public String id() {
        return id;
    }

    public String commended() {
        return commended;
    }

    public String reason() {
        return reason;
    }

    public String evidence() {
        return evidence;
    }

    public String order() {
        return order;
    }

    public String reward() {
        return reward;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return Instant.ofEpochMilli(proposedAt);
    }

    public String approvedBy() {
        return approvedBy;
    }

    /** When it was approved or declined; the beginning of time before. */
    public Instant approvedAt() {
        return Instant.ofEpochMilli(approvedAt);
    }

    public String remarks() {
        return remarks;
    }
}
