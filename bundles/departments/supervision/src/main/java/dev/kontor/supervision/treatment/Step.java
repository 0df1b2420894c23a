package dev.kontor.supervision.treatment;

import dev.kontor.api.people.PersonId;
import dev.kontor.supervision.treatment.Treatment.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A step of a treatment: what was said or decided, by whom. Never changed. */
@Entity
@Table(name = "supervision_treatment_step")
public class Step {

    /**
     * What was decided.
     *
     * @param measure {@code none}, {@code criticism} or {@code points}
     * @param compensation for a loss, in CNY; zero if none
     */
    public record Ruled(String measure, int points, BigDecimal compensation, String grounds) {}

    @Id
    private String id;

    private String treatment;

    @Column(name = "step_kind")
    private String kind;

    private String words;

    private String measure = "";

    private int points;

    private BigDecimal compensation = BigDecimal.ZERO;

    @Column(name = "taken_by")
    private String by;

    @Column(name = "taken_at")
    private long at;

    protected Step() {}

    /** What somebody said whom it concerns. */
    public Step(Treatment treatment, State kind, String words, PersonId by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.treatment = treatment.id();
        this.kind = kind.name();
        this.words = words;
        this.by = by.value();
        this.at = at.toEpochMilli();
    }

    public Step(Treatment treatment, State kind, Ruled ruled, PersonId by, Instant at) {
        this(treatment, kind, ruled.grounds(), by, at);
        this.measure = ruled.measure();
        this.points = ruled.points();
        this.compensation = ruled.compensation();
    }

    public State kind() {
        return State.valueOf(kind);
    }

    public String words() {
        return words;
    }

    /** Empty where nothing was decided. */
    public Optional<Ruled> ruled() {
        return measure.isEmpty() ? Optional.empty() : Optional.of(new Ruled(measure, points, compensation, words));
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return Instant.ofEpochMilli(at);
    }
}
