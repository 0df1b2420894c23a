package dev.kontor.review.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One submitted revision before the head of sales: when it came, and whether and by whom it was passed. */
@Entity
@Table(name = "review_preliminary")
public class PreliminaryReview {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int revision;

    @Column(name = "submitted_on")
    private String submittedOn;

    private int needed;

    private String decision;

    @Column(name = "signed_on")
    private String signedOn = "";

    @Column(name = "passed_by")
    private String passedBy = "";

    @Column(name = "passed_at")
    private long passedAt;

    protected PreliminaryReview() {}

    public PreliminaryReview(String order, int revision, LocalDate submittedOn, boolean needed, String decision) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order;
        this.revision = revision;
        this.submittedOn = submittedOn.toString();
        this.needed = needed ? 1 : 0;
        this.decision = decision;
    }

    /** @param confirmed the day of signing, compared with the document */
    public void pass(String by, Instant at, LocalDate confirmed) {
        signedOn = confirmed.toString();
        passedBy = by;
        passedAt = at.toEpochMilli();
    }

    public int revision() {
        return revision;
    }

    public LocalDate submittedOn() {
        return LocalDate.parse(submittedOn);
    }

    /** False when the rules let the revision go straight to the joint review. */
    public boolean needed() {
        return needed == 1;
    }

    public String decision() {
        return decision;
    }

    public boolean passed() {
        return passedAt > 0;
    }

    public String passedBy() {
        return passedBy;
    }

    public Optional<Instant> passedAt() {
        return passed() ? Optional.of(Instant.ofEpochMilli(passedAt)) : Optional.empty();
    }

    public String signedOn() {
        return signedOn;
    }
}
