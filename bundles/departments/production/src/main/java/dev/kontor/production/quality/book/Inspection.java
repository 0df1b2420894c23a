package dev.kontor.production.quality.book;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One attempt at one of a machine's inspections (检验记录): presented by production, then made by an inspector and passed or
 * not; what was not passed may be released by concession. What it found is never changed; of a machine that is reworked it
 * counts no more.
 */
@Entity
@Table(name = "production_inspection")
public class Inspection {

    private static final String OWED = "owed";
    private static final String PASSED = "passed";
    private static final String FAILED = "failed";
    private static final String CONCEDED = "conceded";
    private static final String OUTDATED = "outdated";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String serial;

    private String model;

    private String kind;

    private int attempt;

    private String state = OWED;

    @Column(name = "plan_id")
    private String plan = "";

    private String defect = "";

    private String remarks = "";

    @Column(name = "presented_by")
    private String presentedBy;

    @Column(name = "presented_at")
    private long presentedAt;

    @Column(name = "inspected_by")
    private String inspectedBy = "";

    @Column(name = "inspected_at")
    private long inspectedAt;

    protected Inspection() {}

    public Inspection(Machine machine, InspectionKind kind, int attempt, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = machine.order().value();
        this.serial = machine.serial().value();
        this.model = machine.model();
        this.kind = kind.word();
        this.attempt = attempt;
        this.presentedBy = by;
        this.presentedAt = at.toEpochMilli();
    }

    /** @param defects what else does not conform; empty if nothing */
    public void made(InspectionPlan by, boolean allConform, String defects, String words, String inspector, Instant at) {
        plan = by.id();
        state = allConform && defects.isEmpty() ? PASSED : FAILED;
        defect = defects;
        remarks = words;
        inspectedBy = inspector;
        inspectedAt = at.toEpochMilli();
    }

    /** What was inspected before a rework releases nothing. */
    public boolean isConcedable() {
        return !isFulfilled() && !isOutdated();
    }

    public void concede() {
        state = CONCEDED;
    }

    /** The machine is reworked after a change of its order, and inspected anew. */
    public void outdate() {
        state = OUTDATED;
    }

    public boolean isOutdated() {
        return state.equals(OUTDATED);
    }

    /** Presented and not inspected yet. */
    public boolean isOwed() {
        return state.equals(OWED);
    }

    /** Passed, or released by concession. */
    public boolean isFulfilled() {
        return state.equals(PASSED) || state.equals(CONCEDED);
    }

    public String id() {
        return id;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public String serial() {
        return serial;
    }

    public String model() {
        return model;
    }

    public InspectionKind kind() {
        return InspectionKind.of(kind);
    }

    public int attempt() {
        return attempt;
    }

    /** By what its task is known: machine, kind and attempt. */
    public String subject() {
        return "%s %s %d".formatted(serial, kind, attempt);
    }

    public String state() {
        return state;
    }

    public String plan() {
        return plan;
    }

    public String defect() {
        return defect;
    }

    public String remarks() {
        return remarks;
    }

    public String presentedBy() {
        return presentedBy;
    }

    public Instant presentedAt() {
        return Instant.ofEpochMilli(presentedAt);
    }

    public String inspectedBy() {
        return inspectedBy;
    }

    public Instant inspectedAt() {
        return Instant.ofEpochMilli(inspectedAt);
    }
}
