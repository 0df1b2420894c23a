package dev.kontor.archive.book;

import dev.kontor.api.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way to the destruction of documents of one volume: appraised (鉴定), approved with a register (销毁清册), witnessed by two
 * (监销). It takes four different persons; it is never deleted.
 */
@Entity
@Table(name = "archive_appraisal")
public class Appraisal {

    /** How far it is. */
    public enum State {
        APPRAISED,
        APPROVED,
        REJECTED,
        WITNESSED,
        DESTROYED
    }

    @Id
    private String id;

    private String volume;
    private String state = State.APPRAISED.name();
    private String opinion;

    @Column(name = "appraised_by")
    private String appraisedBy;

    @Column(name = "appraised_at")
    private long appraisedAt;

    private String decision = "";

    @Column(name = "decided_by")
    private String decidedBy = "";

    @Column(name = "decided_at")
    private long decidedAt;

    @Column(name = "register_document")
    private String register = "";

    @Column(name = "first_witness")
    private String firstWitness = "";

    @Column(name = "first_witness_at")
    private long firstWitnessAt;

    @Column(name = "second_witness")
    private String secondWitness = "";

    @Column(name = "second_witness_at")
    private long secondWitnessAt;

    protected Appraisal() {}

    public Appraisal(Volume volume, String opinion, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.volume = volume.id();
        this.opinion = opinion;
        this.appraisedBy = by;
        this.appraisedAt = at.toEpochMilli();
    }

    /** @param registerDocument id of the destruction register that was filed */
    public void approve(String why, String registerDocument, String by, Instant at) {
        decide(State.APPROVED, why, by, at);
        register = registerDocument;
    }

    public void reject(String why, String by, Instant at) {
        decide(State.REJECTED, why, by, at);
    }

    private void decide(State next, String why, String by, Instant at) {
        demand(State.APPRAISED);
        state = next.name();
        decision = why;
        decidedBy = by;
        decidedAt = at.toEpochMilli();
    }

    /** @return whether this was the second witness, so that the documents count as destroyed */
    public boolean witness(String by, Instant at) {
        if (state() == State.APPROVED) {
            state = State.WITNESSED.name();
            firstWitness = by;
            firstWitnessAt = at.toEpochMilli();
            return false;
        }
        demand(State.WITNESSED);
        state = State.DESTROYED.name();
        secondWitness = by;
        secondWitnessAt = at.toEpochMilli();
        return true;
    }

    private void demand(State wanted) {
        if (state() != wanted) {
            throw new IllegalStateException("Appraisal %s is %s, not %s.".formatted(id, state, wanted));
        }
    }

    /** Who has had a hand in it. */
    public Set<PersonId> hands() {
        return Stream.of(appraisedBy, decidedBy, firstWitness, secondWitness)
                .filter(name -> !name.isEmpty())
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean open() {
        return switch (state()) {
            case APPRAISED, APPROVED, WITNESSED -> true;
            case REJECTED, DESTROYED -> false;
        };
    }

    public String id() {
        return id;
    }

    public String volume() {
        return volume;
    }

    public State state() {
        return State.valueOf(state);
    }

    public String opinion() {
        return opinion;
    }

    public String appraisedBy() {
        return appraisedBy;
    }

    public Instant appraisedAt() {
        return Instant.ofEpochMilli(appraisedAt);
    }

    public String decision() {
        return decision;
    }

    public String decidedBy() {
        return decidedBy;
    }

    /** Id of the register's document; empty before it is approved. */
    public String register() {
        return register;
    }

    public String firstWitness() {
        return firstWitness;
    }

    public String secondWitness() {
        return secondWitness;
    }
}
