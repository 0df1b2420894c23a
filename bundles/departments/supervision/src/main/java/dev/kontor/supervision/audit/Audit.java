package dev.kontor.supervision.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** The audit of a month. Done when every order of its sample was inspected; missed when its last day is over before. */
@Entity
@Table(name = "supervision_audit")
public class Audit {

    @Id
    private String id;

    @Column(name = "audited_month")
    private String month;

    @Column(name = "due_on")
    private String dueOn;

    private int population;

    private String decision;

    @Column(name = "planned_at")
    private long plannedAt;

    @Column(name = "missed_at")
    private long missedAt;

    @Column(name = "done_at")
    private long doneAt;

    protected Audit() {}

    /**
     * @param population of how many orders the sample was drawn
     * @param decision that says how many are drawn, and until when they are inspected
     */
    public Audit(YearMonth month, LocalDate dueOn, int population, String decision, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.month = month.toString();
        this.dueOn = dueOn.toString();
        this.population = population;
        this.decision = decision;
        this.plannedAt = at.toEpochMilli();
    }

    public void miss(Instant at) {
        missedAt = at.toEpochMilli();
    }

    public void end(Instant at) {
        doneAt = at.toEpochMilli();
    }

    public boolean isDone() {
        return doneAt > 0;
    }

    /** Stays so, also when it is made up for later. */
    public boolean isMissed() {
        return missedAt > 0;
    }

    public String id() {
        return id;
    }

    public YearMonth month() {
        return YearMonth.parse(month);
    }

    public LocalDate dueOn() {
        return LocalDate.parse(dueOn);
    }

    public int population() {
        return population;
    }

    public String decision() {
        return decision;
    }
}
