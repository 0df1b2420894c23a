package dev.kontor.production.quality.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
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

    private String supplier = "";

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

    private BigDecimal rejected = BigDecimal.ZERO;

    private String defect = "";

    @Column(name = "inspected_by")
    private String inspectedBy = "";

    @Column(name = "inspected_at")
    private long inspectedAt;

    protected Treatment() {}

    public Treatment(Nonconformity of, String cause, String correction, String correctiveAction) {
        this.id = UUID.randomUUID().toString();
        this.nonconformity = of.id();
        this.round = of.round();
        this.cause = cause;
        this.correction = correction;
        this.correctiveAction = correctiveAction;
    }

    /**
     * @param who id of the person responsible, else empty
     * @param itsSupplier code of the supplier responsible, else empty
     */
    public void decide(Disposition what, String who, String itsSupplier, String by, Instant at) {
        disposition = what.word();
        responsible = who;
        supplier = itsSupplier;
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

    /** Goods that were put right are inspected again. @param words what does not conform; may be empty */
    public void inspected(BigDecimal sentBack, String words, String by, Instant at) {
        rejected = sentBack;
        defect = words;
        inspectedBy = by;
        inspectedAt = at.toEpochMilli();
    }

    public String id() {
        return id;
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

    /** Id of a person, or what was typed before people were chosen; empty where a supplier is responsible. */
    public String responsible() {
        return responsible;
    }

    /** Code of the supplier that is responsible; empty where a person is. */
    public String supplier() {
        return supplier;
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

    /** How many of the goods did not conform when they were inspected again. */
    public BigDecimal rejected() {
        return rejected;
    }

    public String defect() {
        return defect;
    }

    /** Who inspected the goods again; empty before, and of a machine, which has an inspection of its own. */
    public String inspectedBy() {
        return inspectedBy;
    }

    public Instant inspectedAt() {
        return Instant.ofEpochMilli(inspectedAt);
    }
}
