package dev.kontor.supervision.score;

import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** What a person or department scored in a month; counts for nothing before a person has confirmed it. */
@Entity
@Table(name = "supervision_score")
public class Score {

    public static final String PERSON = "person";
    public static final String DEPARTMENT = "department";

    private static final String ROLE = "[a-z][a-z-]*\\.[a-z][a-z-]*";

    @Id
    private String id;

    @Column(name = "scored_month")
    private String month;

    private String kind;

    private String subject;

    private int points;

    private String decision;

    private String digest;

    @Column(name = "counted_at")
    private long countedAt;

    @Column(name = "confirmed_by")
    private String confirmedBy = "";

    @Column(name = "confirmed_at")
    private long confirmedAt;

    protected Score() {}

    /**
     * @param kind {@link #PERSON} or {@link #DEPARTMENT}
     * @param digest over everything that it was computed from and came to
     */
    public Score(YearMonth month, String kind, String subject, int points, String decision, String digest, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.month = month.toString();
        this.kind = kind;
        this.subject = subject;
        this.points = points;
        this.decision = decision;
        this.digest = digest;
        this.countedAt = at.toEpochMilli();
    }

    public void confirm(PersonId by, Instant at) {
        confirmedBy = by.value();
        confirmedAt = at.toEpochMilli();
    }

    public boolean isConfirmed() {
        return confirmedAt > 0;
    }

    /** Whether a decision about this person, role or department counts in it. */
    boolean counts(String concerned) {
        return subject.equals(concerned) || kind.equals(DEPARTMENT) && concerned.matches(ROLE) && concerned.startsWith(subject + ".");
    }

    public boolean isOf(Person person) {
        return kind.equals(PERSON) && subject.equals(person.id().value());
    }

    public String id() {
        return id;
    }

    public YearMonth month() {
        return YearMonth.parse(month);
    }

    public String kind() {
        return kind;
    }

    public String subject() {
        return subject;
    }

    public int points() {
        return points;
    }

    public String decision() {
        return decision;
    }

    public String digest() {
        return digest;
    }

    public Instant countedAt() {
        return Instant.ofEpochMilli(countedAt);
    }

    public String confirmedBy() {
        return confirmedBy;
    }

    /** The beginning of time before it is confirmed. */
    public Instant confirmedAt() {
        return Instant.ofEpochMilli(confirmedAt);
    }
}
