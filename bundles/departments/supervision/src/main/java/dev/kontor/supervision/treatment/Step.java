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
     * @param measure {@code none}, {@code criticism}, {@code points}, {@code bonus} or {@code discipline}
     * @param bonus how much of the month's bonus is withheld, in per cent; zero if none
     * @param compensation for a loss, in CNY; zero if none
     * @param proof id of the document that proves the loss; empty if none
     */
    public record Ruled(String measure, int points, BigDecimal bonus, BigDecimal compensation, String proof, String grounds) {}

    @Id
    private String id;

    private String treatment;

    @Column(name = "step_kind")
    private String kind;

    private String words;

    private String measure = "";

    private int points;

    private BigDecimal bonus = BigDecimal.ZERO;

    private BigDecimal compensation = BigDecimal.ZERO;

    private String proof = "";

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
        this.bonus = ruled.bonus();
        this.compensation = ruled.compensation();
        this.proof = ruled.proof();
    }

    public State kind() {
        return State.valueOf(kind);
    }

    public String words() {
        return words;
    }

    /** Empty where nothing was decided. */
    public Optional<Ruled> ruled() {
        return measure.isEmpty() ? Optional.empty() : Optional.of(new Ruled(measure, points, bonus, compensation, proof, words));
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return Instant.ofEpochMilli(at);
    }
}
