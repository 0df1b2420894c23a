package dev.kontor.supervision.regulation;

import dev.kontor.api.people.PersonId;
import dev.kontor.supervision.Digest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A version of the company's regulation, with the first day on which it is in force (施行日期, R-11.4). Never changed. */
@Entity
@Table(name = "supervision_regulation")
public class RegulationVersion {

    @Id
    @Column(name = "version_number")
    private int number;

    private String title;

    private String body;

    private String changes;

    @Column(name = "effective_on")
    private String effectiveOn;

    private String digest;

    @Column(name = "published_by")
    private String publishedBy;

    @Column(name = "published_at")
    private long publishedAt;

    protected RegulationVersion() {}

    /** @param changes in a few words, for who knows the version before */
    public RegulationVersion(int number, String title, String body, String changes, LocalDate effectiveOn) {
        this.number = number;
        this.title = title;
        this.body = body;
        this.changes = changes;
        this.effectiveOn = effectiveOn.toString();
        this.digest = Digest.of(body);
    }

    public void publish(PersonId by, Instant at) {
        publishedBy = by.value();
        publishedAt = at.toEpochMilli();
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public String body() {
        return body;
    }

    public String changes() {
        return changes;
    }

    public LocalDate effectiveOn() {
        return LocalDate.parse(effectiveOn);
    }

    /** SHA-256 of its text, lower-case hex: what somebody acknowledged can be proved. */
    public String digest() {
        return digest;
    }

    public String publishedBy() {
        return publishedBy;
    }

    public Instant publishedAt() {
        return Instant.ofEpochMilli(publishedAt);
    }
}
