package dev.kontor.production.quality.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One round of a nonconformity: cause, correction, corrective action (整改措施), disposition, and what came of it. */
@Entity
@Table(name = "production_treatment")
public class Treatment {

    @Id
    private String id;

    @Column(name = "nonconformity_id")
    private String nonconformity;

    private int round;

    private String cause;

    private String correction;

    @Column(name = "corrective_action")
    private String correctiveAction;

    private String disposition;

    private String responsible;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private long decidedAt;

    private String done = "";

    @Column(name = "done_by")
    private String doneBy = "";

    @Column(name = "done_at")
    private long doneAt;

    private String verdict = "";

    private String grounds = "";

    @Column(name = "released_by")
    private String releasedBy = "";

    @Column(name = "released_at")
    private long releasedAt;

    protected Treatment() {}

    public Treatment(Nonconformity of, String cause, String correction, String correctiveAction) {
        this.id = UUID.randomUUID().toString();
        this.nonconformity = of.id();
        this.round = of.round();
        this.cause = cause;
        this.correction = correction;
        this.correctiveAction = correctiveAction;
    }

    public void decide(Disposition what, String who, String by, Instant at) {
        disposition = what.word();
        responsible = who;
        decidedBy = by;
        decidedAt = at.toEpochMilli();
    }

    public void done(String words, String by, Instant at) {
        done = words;
        doneBy = by;
        doneAt = at.toEpochMilli();
    }

    public void answer(boolean released, String why, String by, Instant at) {
        verdict = released ? "released" : "refused";
        grounds = why;
        releasedBy = by;
        releasedAt = at.toEpochMilli();
    }

    public int round() {
        return round;
    }

    public String cause() {
        return cause;
    }

    public String correction() {
        return correction;
    }

    public String correctiveAction() {
        return correctiveAction;
    }

    public Disposition disposition() {
        return Disposition.of(disposition);
    }

    public String responsible() {
        return responsible;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return Instant.ofEpochMilli(decidedAt);
    }

    public String done() {
        return done;
    }

    public String doneBy() {
        return doneBy;
    }

    /** {@code released}, {@code refused}, or empty where nobody was asked or has answered. */
    public String verdict() {
        return verdict;
    }

    public String grounds() {
        return grounds;
    }

    public String releasedBy() {
        return releasedBy;
    }
}
