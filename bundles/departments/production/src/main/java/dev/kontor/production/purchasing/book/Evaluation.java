package dev.kontor.production.purchasing.book;

import dev.kontor.production.facts.SupplierRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How a supplier did in a span of days (供应商评价), by the rules of the day. Never changed. */
@Entity
@Table(name = "production_evaluation")
public class Evaluation {

    @Id
    private String id;

    private String supplier;

    @Column(name = "from_on")
    private String fromOn;

    @Column(name = "until_on")
    private String untilOn;

    private int deliveries;

    private BigDecimal punctual;

    private BigDecimal rejected;

    private BigDecimal score;

    private int passes;

    private String decision;

    @Column(name = "evaluated_by")
    private String evaluatedBy;

    @Column(name = "evaluated_at")
    private long evaluatedAt;

    protected Evaluation() {}

    public Evaluation(SupplierRecord of, BigDecimal score, boolean passes) {
        this.id = UUID.randomUUID().toString();
        this.supplier = of.supplier();
        this.deliveries = of.deliveries();
        this.punctual = of.punctualPercent();
        this.rejected = of.rejectedPercent();
        this.score = score;
        this.passes = passes ? 1 : 0;
    }

    /** @param decidedBy id of the decision in which the rules answered */
    public void made(LocalDate from, LocalDate until, String decidedBy, String by, Instant at) {
        fromOn = from.toString();
        untilOn = until.toString();
        decision = decidedBy;
        evaluatedBy = by;
        evaluatedAt = at.toEpochMilli();
    }

    public String supplier() {
        return supplier;
    }

    public LocalDate from() {
        return LocalDate.parse(fromOn);
    }

    public LocalDate until() {
        return LocalDate.parse(untilOn);
    }

    public int deliveries() {
        return deliveries;
    }

    /** In per cent. */
    public BigDecimal punctual() {
        return punctual;
    }

    /** In per cent. */
    public BigDecimal rejected() {
        return rejected;
    }

    /** 0 to 100. */
    public BigDecimal score() {
        return score;
    }

    public boolean passes() {
        return passes == 1;
    }

    public String decision() {
        return decision;
    }

    public String evaluatedBy() {
        return evaluatedBy;
    }

    public Instant evaluatedAt() {
        return Instant.ofEpochMilli(evaluatedAt);
    }
}
