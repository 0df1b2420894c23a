package dev.kontor.supervision.regulation;

import dev.kontor.api.document.Upload;
import dev.kontor.api.people.PersonId;
import dev.kontor.supervision.Digest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

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
    private String interpreter = "";

    @Column(name = "file_name")
    private String fileName = "";

    @Column(name = "file_type")
    private String fileType = "";

    @Column(name = "file_size")
    private long fileSize;

    @Column(name = "published_by")
    private String publishedBy;

    @Column(name = "published_at")
    private long publishedAt;

    protected RegulationVersion() {}

    /**
     * One of a file, of a text, or of both.
     *
     * @param changes in a few words, for who knows the version before
     */
    public RegulationVersion(int number, String title, String body, Optional<Upload> file, String changes, LocalDate effectiveOn) {
        this.number = number;
        this.title = title;
        this.body = body;
        this.changes = changes;
        this.effectiveOn = effectiveOn.toString();
        this.digest = file.map(Upload::digest).orElseGet(() -> Digest.of(body));
        file.ifPresent(upload -> {
            fileName = upload.name();
            fileType = upload.type();
            fileSize = upload.size();
        });
    }

    /** @param who has the right to interpret it (解释权); empty where nobody is named */
    public void interpretedBy(String who) {
        interpreter = who;
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

    /** As it was published; empty when it is a text alone. */
    public Optional<Upload> file() {
        return fileName.isEmpty() ? Optional.empty() : Optional.of(new Upload(fileName, fileType, fileSize, digest));
    }

    /** To read on the page; may be empty when there is a file. */
    public String body() {
        return body;
    }

    public String changes() {
        return changes;
    }

    public LocalDate effectiveOn() {
        return LocalDate.parse(effectiveOn);
    }

    /** SHA-256 of its file, or of its text when there is none, lower-case hex: what somebody acknowledged can be proved. */
    public String digest() {
        return digest;
    }

    /** Who has the right to interpret it; empty where nobody is named. */
    public String interpreter() {
        return interpreter;
    }

    public String publishedBy() {
        return publishedBy;
    }

    public Instant publishedAt() {
        return Instant.ofEpochMilli(publishedAt);
    }
}
