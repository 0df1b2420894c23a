package dev.kontor.supervision.finding;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.facts.Observation;
import dev.kontor.supervision.Supervision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What an audit found at an order (审核发现), and what became of it until it was verified. */
@Entity
@Table(name = "supervision_finding")
public class Finding {

    /** Where it stands. The names are kept in rows: add, never rename. */
    public enum State {
        /** Nobody has said what is to be done. */
        OPEN,
        /** Nothing has to be put right, and why. */
        NOTED,
        /** Its owner is to put it right. */
        DEMANDED,
        /** Its owner says that it is put right. */
        CARRIED_OUT,
        VERIFIED
    }

    @Id
    private String id;

    private String code;

    @Column(name = "audit_id")
    private String audit;

    @Column(name = "order_number")
    private String order;

    private String matter;

    private String clause;

    @Column(name = "rule_set")
    private String set;

    @Column(name = "rule_name")
    private String rule;

    @Column(name = "reason_en")
    private String english;

    @Column(name = "reason_zh")
    private String chinese;

    private String decision;

    private int observed;

    private int days;

    @Column(name = "found_at")
    private long foundAt;

    private String state = State.OPEN.name();

    private String opinion = "";

    @Column(name = "opinion_by")
    private String opinionBy = "";

    @Column(name = "owner_role")
    private String owner = "";

    @Column(name = "due_on")
    private String dueOn = "";

    private String evidence = "";

    @Column(name = "done_by")
    private String doneBy = "";

    @Column(name = "done_at")
    private long doneAt;

    @Column(name = "verified_by")
    private String verifiedBy = "";

    @Column(name = "verified_at")
    private long verifiedAt;

    private String remarks = "";

    protected Finding() {}

    /**
     * @param seen what was observed
     * @param decision that holds it
     * @param days working days that there are to put it right, unless the opinion says otherwise
     */
    public Finding(String audit, Observation seen, Concluded found, ReasonWords words, String decision, int days, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.code = id.substring(0, 8);
        this.audit = audit;
        this.order = seen.order();
        this.matter = seen.matter();
        this.observed = seen.count();
        this.clause = found.conclusion().clause().value();
        this.set = Supervision.kept(found.set());
        this.rule = found.rule();
        this.english = words.english();
        this.chinese = words.chinese();
        this.decision = decision;
        this.days = days;
        this.foundAt = at.toEpochMilli();
    }

    /** @param until an opinion on it is due */
    public void await(LocalDate until) {
        dueOn = until.toString();
    }

    public void leave(String why, PersonId by) {
        state = State.NOTED.name();
        opinion = why;
        opinionBy = by.value();
    }

    public void demand(String words, Role of, LocalDate until, PersonId by) {
        opinion = words;
        owner = of.value();
        opinionBy = by.value();
        demandAgain(until);
    }

    public void demandAgain(LocalDate until) {
        dueOn = until.toString();
        state = State.DEMANDED.name();
    }

    public void carryOut(String what, PersonId by, Instant at) {
        state = State.CARRIED_OUT.name();
        evidence = what;
        doneBy = by.value();
        doneAt = at.toEpochMilli();
    }

    public void verify(String words, PersonId by, Instant at) {
        state = State.VERIFIED.name();
        remarks = words;
        verifiedBy = by.value();
        verifiedAt = at.toEpochMilli();
    }

    public void refuse(String words) {
        remarks = words;
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

    public String audit() {
        return audit;
    }

    public OrderNumber order() {
        return new OrderNumber(order);
    }

    public Instant foundAt() {
        return Instant.ofEpochMilli(foundAt);
    }

    /** How often it was observed; 0 for what was found before that was kept. */
    public int observed() {
        return observed;
    }

    public String matter() {
        return matter;
    }

    public String clause() {
        return clause;
    }

    public String rule() {
        return rule;
    }

    /** In both languages, as the rule said it. */
    public Text reason() {
        return Text.of("supervision.reason", english, chinese);
    }

    public String decision() {
        return decision;
    }

    public int days() {
        return days;
    }

    public String opinion() {
        return opinion;
    }

    public String owner() {
        return owner;
    }

    /** ISO 8601, of what comes next: the opinion on it, or its rectification; empty for what was found before the first was kept. */
    public String dueOn() {
        return dueOn;
    }

    public String evidence() {
        return evidence;
    }

    public String doneBy() {
        return doneBy;
    }

    public String verifiedBy() {
        return verifiedBy;
    }

    public String remarks() {
        return remarks;
    }
}
