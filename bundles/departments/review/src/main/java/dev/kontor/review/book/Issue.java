package dev.kontor.review.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A problem put to sales: open until sales answers, answered until the asker is satisfied, then resolved.
 * A returned order is an issue too; its answer is the next revision.
 */
@Entity
@Table(name = "review_issue")
public class Issue {

    public static final String QUESTION = "question";
    public static final String RETURNED = "returned";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int revision;

    private String kind;

    private String asker;

    private String task;

    @Column(name = "answer_task")
    private String answerTask = "";

    private String question;

    @Column(name = "raised_by")
    private String raisedBy;

    @Column(name = "raised_at")
    private long raisedAt;

    private String answer = "";

    @Column(name = "answered_by")
    private String answeredBy = "";

    @Column(name = "answered_at")
    private long answeredAt;

    private String resolution = "";

    @Column(name = "resolved_by")
    private String resolvedBy = "";

    @Column(name = "resolved_at")
    private long resolvedAt;

    protected Issue() {}

    /**
     * @param asker {@code review} for the preliminary review, otherwise the department that gives an opinion
     * @param task whose clock stands still until the answer comes
     */
    public Issue(
            String order, int revision, String kind, String asker, String task, String question, String raisedBy, Instant raisedAt) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order;
        this.revision = revision;
        this.kind = kind;
        this.asker = asker;
        this.task = task;
        this.question = question;
        this.raisedBy = raisedBy;
        this.raisedAt = raisedAt.toEpochMilli();
    }

    /** @param owed the task in which sales owes the answer */
    public void await(String owed) {
        answerTask = owed;
    }

    public void answer(String words, String by, Instant at) {
        answer = words;
        answeredBy = by;
        answeredAt = at.toEpochMilli();
    }

    public void resolve(String words, String by, Instant at) {
        resolution = words;
        resolvedBy = by;
        resolvedAt = at.toEpochMilli();
    }

    public String id() {
        return id;
    }

    public int revision() {
        return revision;
    }

    public String kind() {
        return kind;
    }

    public String asker() {
        return asker;
    }

    public String task() {
        return task;
    }

    public String answerTask() {
        return answerTask;
    }

    public String question() {
        return question;
    }

    public String raisedBy() {
        return raisedBy;
    }

    public Instant raisedAt() {
        return Instant.ofEpochMilli(raisedAt);
    }

    public boolean answered() {
        return answeredAt > 0;
    }

    /** When sales answered. */
    public Optional<Instant> answeredAt() {
        return answered() ? Optional.of(Instant.ofEpochMilli(answeredAt)) : Optional.empty();
    }

    public String answer() {
        return answer;
    }

    public String answeredBy() {
        return answeredBy;
    }

    public boolean resolved() {
        return resolvedAt > 0;
    }

    public String resolution() {
        return resolution;
    }

    public String state() {
        return resolved() ? "resolved" : answered() ? "answered" : "open";
    }
}
