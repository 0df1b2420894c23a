package dev.kontor.production.quality.book;

import dev.kontor.api.machine.Machine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What production decided of a machine that a change of its order makes another one: it conforms as it is, or it is
 * reworked. Never changed.
 */
@Entity
@Table(name = "production_conformity")
public class Conformity {

    public static final String CONFORMS = "conforms";
    public static final String REWORK = "rework";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String serial;

    @Column(name = "begun_under")
    private int begunUnder;

    private int revision;

    private String verdict;

    private String grounds;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private long decidedAt;

    protected Conformity() {}

    /** @param revision to which it was held */
    public Conformity(Machine machine, int revision, String verdict) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = machine.order().value();
        this.serial = machine.serial().value();
        this.begunUnder = machine.revision();
        this.revision = revision;
        this.verdict = verdict;
    }

    public Conformity decided(String why, String by, Instant at) {
        grounds = why;
        decidedBy = by;
        decidedAt = at.toEpochMilli();
        return this;
    }

    /** The revision of its order that the machine was of until then. */
    public int begunUnder() {
        return begunUnder;
    }

    public int revision() {
        return revision;
    }

    public String verdict() {
        return verdict;
    }

    public String grounds() {
        return grounds;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return Instant.ofEpochMilli(decidedAt);
    }
}
