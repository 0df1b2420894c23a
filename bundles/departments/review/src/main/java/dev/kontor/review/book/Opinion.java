package dev.kontor.review.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One department's place in a round. The rows of a round are its required set, frozen when it opened: a
 * department that no longer runs still has its row, and the order waits for it.
 */
@Entity
@Table(name = "review_opinion")
public class Opinion {

    public static final String ASKED = "asked";
    public static final String GIVEN = "given";
    /** Nothing that the department reviews changed: its opinion of an earlier round holds. */
    public static final String STANDS = "stands";
    /** Given before the contract was signed, on the very contract that this round judges. */
    public static final String CARRIED = "carried";
    /** Sales took the order back, or a later revision came, before it was given. */
    public static final String DROPPED = "dropped";

    public static final String NO_OBJECTION = "no-objection";
    public static final String OBJECTION = "objection";

    @Id
    private String id;

    @Column(name = "round_id")
    private String roundId;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "round_number")
    private int roundNumber;

    private int revision;

    private String department;

    @Column(name = "role_name")
    private String role;

    private String task;

    private String state = ASKED;

    private String verdict = "";

    private String remarks = "";

    @Column(name = "signed_term")
    private int signedTerm;

    @Lob
    private String findings = "";

    @Column(name = "given_by")
    private String givenBy = "";

    @Column(name = "received_at")
    private long receivedAt;

    @Column(name = "given_at")
    private long givenAt;

    protected Opinion() {}

    public Opinion(Round round, String department, String role, String task, Instant receivedAt) {
        this.id = UUID.randomUUID().toString();
        this.roundId = round.id();
        this.orderNumber = round.order();
        this.roundNumber = round.number();
        this.revision = round.revision();
        this.department = department;
        this.role = role;
        this.task = task;
        this.receivedAt = receivedAt.toEpochMilli();
    }

    /** An opinion of an earlier round holds in this one. */
    public void stand(Opinion earlier) {
        take(earlier, STANDS);
        revision = earlier.revision;
    }

    /** An opinion on the draft of the contract becomes one of this round, on this revision. */
    public void carry(Opinion earlier) {
        take(earlier, CARRIED);
    }

    private void take(Opinion earlier, String how) {
        state = how;
        verdict = earlier.verdict;
        remarks = earlier.remarks;
        findings = earlier.findings;
        givenBy = earlier.givenBy;
        givenAt = earlier.givenAt;
    }

    public void give(boolean objects, boolean onSignedTerm, String words, String found, String by, Instant at) {
        state = GIVEN;
        verdict = objects ? OBJECTION : NO_OBJECTION;
        signedTerm = onSignedTerm ? 1 : 0;
        remarks = words;
        findings = found;
        givenBy = by;
        givenAt = at.toEpochMilli();
    }

    public void drop() {
        state = DROPPED;
    }

    public String id() {
        return id;
    }

    public String round() {
        return roundId;
    }

    public int roundNumber() {
        return roundNumber;
    }

    /** The revision the opinion is about; for one that stands, the earlier one. */
    public int revision() {
        return revision;
    }

    public String department() {
        return department;
    }

    public String role() {
        return role;
    }

    public String task() {
        return task;
    }

    public String state() {
        return state;
    }

    public boolean isAsked() {
        return state.equals(ASKED);
    }

    public boolean isCarried() {
        return state.equals(CARRIED);
    }

    /** In this round, or on the contract before it was signed. */
    public boolean isGiven() {
        return state.equals(GIVEN) || isCarried();
    }

    public boolean objects() {
        return isGiven() && verdict.equals(OBJECTION);
    }

    public String verdict() {
        return verdict;
    }

    public String remarks() {
        return remarks;
    }

    /** The objection is to a term of the signed contract. */
    public boolean onSignedTerm() {
        return signedTerm == 1;
    }

    public String findings() {
        return findings;
    }

    public String givenBy() {
        return givenBy;
    }

    public Instant receivedAt() {
        return Instant.ofEpochMilli(receivedAt);
    }

    public Optional<Instant> givenAt() {
        return givenAt > 0 ? Optional.of(Instant.ofEpochMilli(givenAt)) : Optional.empty();
    }
}
