package dev.kontor.supervision.treatment;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.supervision.Supervision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The treatment of one violation: what was proposed, by which rule and why, and where it stands. What people said and
 * decided stands in its {@linkplain Step steps}.
 */
@Entity
@Table(name = "supervision_treatment")
public class Treatment {

    /** Where it stands. The names are kept in rows: add, never rename. */
    public enum State {
        /** Rules proposed it; whoever it concerns is heard. */
        PROPOSED,
        /** They were heard, or had their time; company leadership decides. */
        HEARD,
        /** Decided; it can be appealed. */
        DECIDED,
        APPEALED,
        FINAL
    }

    @Id
    private String id;

    private String code;

    @Column(name = "order_number")
    private String order;

    private String concerned;

    private String occasion;

    @Column(name = "rule_set")
    private String set;

    @Column(name = "rule_name")
    private String rule;

    private String clause;

    @Column(name = "reason_en")
    private String english;

    @Column(name = "reason_zh")
    private String chinese;

    private String decision;

    private int proposed;

    @Column(name = "proposed_at")
    private long proposedAt;

    @Column(name = "heard_until")
    private String heardUntil;

    @Column(name = "weighed_at")
    private long weighedAt;

    @Column(name = "appeal_days")
    private int appealDays;

    @Column(name = "decide_days")
    private int decideDays;

    private String state = State.PROPOSED.name();

    @Column(name = "decided_by")
    private String decidedBy = "";

    @Column(name = "appeal_until")
    private String appealUntil = "";

    @Column(name = "final_points")
    private int finalPoints;

    @Column(name = "final_at")
    private long finalAt;

    protected Treatment() {}

    public Treatment(OrderNumber order, Proposal proposal, LocalDate heardUntil, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.code = id.substring(0, 8);
        this.order = order.value();
        this.concerned = proposal.penalty().subject();
        this.occasion = proposal.penalty().occasion();
        this.appealDays = proposal.appealDays();
        this.decideDays = proposal.decideDays();
        this.proposedAt = at.toEpochMilli();
        take(proposal, heardUntil);
    }

    private void take(Proposal proposal, LocalDate until) {
        proposed = proposal.penalty().points();
        clause = proposal.penalty().clause().value();
        set = Supervision.kept(proposal.set());
        rule = proposal.rule();
        english = proposal.words().english();
        chinese = proposal.words().chinese();
        decision = proposal.decision();
        heardUntil = until.toString();
    }

    /** It has become graver: that is proposed in its place. */
    public void weigh(Proposal graver, LocalDate until, Instant at) {
        take(graver, until);
        weighedAt = at.toEpochMilli();
    }

    public boolean isWeighed() {
        return weighedAt > 0;
    }

    public void heard() {
        state = State.HEARD.name();
    }

    public void decide(LocalDate until, PersonId by) {
        state = State.DECIDED.name();
        appealUntil = until.toString();
        decidedBy = by.value();
    }

    public void appeal() {
        state = State.APPEALED.name();
    }

    /** @param taken the points that count for the score of the month */
    public void settle(int taken, Instant at) {
        state = State.FINAL.name();
        finalPoints = taken;
        finalAt = at.toEpochMilli();
    }

    /** Whether it is about this person: by name, by a role they hold, or by a department they work for. */
    public boolean concerns(Person person) {
        return concerned.equals(person.id().value()) || isWorkOf(person);
    }

    private boolean isWorkOf(Person person) {
        return person.roles().stream().anyMatch(role -> role.value().equals(concerned) || role.value().startsWith(concerned + "."));
    }

    /** Whether it is about this person's role or department; that of all who decide keeps none of them from it. */
    boolean concernsWorkOf(Person person) {
        return isWorkOf(person) && !Role.LEADERSHIP.value().equals(concerned) && !Role.LEADERSHIP.value().startsWith(concerned + ".");
    }

    public State state() {
        return State.valueOf(state);
    }

    public String id() {
        return id;
    }

    /** By which people call it; unique among those of its order. */
    public String code() {
        return code;
    }

    public OrderNumber order() {
        return new OrderNumber(order);
    }

    public String concerned() {
        return concerned;
    }

    /** Of a deadline the task's id. */
    public String occasion() {
        return occasion;
    }

    /** When it became graver than it was proposed first; the beginning of time when it did not. */
    public Instant weighedAt() {
        return Instant.ofEpochMilli(weighedAt);
    }

    /** With its set. */
    public String rule() {
        return Supervision.known(set) + ": " + rule;
    }

    public String clause() {
        return clause;
    }

    /** In both languages, as the rule said it. */
    public Text reason() {
        return Text.of("supervision.reason", english, chinese);
    }

    public String decision() {
        return decision;
    }

    public int proposed() {
        return proposed;
    }

    /** What is taken in the end; 0 before it is final. */
    public int finalPoints() {
        return finalPoints;
    }

    public Instant proposedAt() {
        return Instant.ofEpochMilli(proposedAt);
    }

    public LocalDate heardUntil() {
        return LocalDate.parse(heardUntil);
    }

    public WorkingDays appealWithin() {
        return WorkingDays.of(appealDays);
    }

    public WorkingDays decideWithin() {
        return WorkingDays.of(decideDays);
    }

    public String decidedBy() {
        return decidedBy;
    }

    /** ISO 8601; empty before it is decided. */
    public String appealUntil() {
        return appealUntil;
    }
}
