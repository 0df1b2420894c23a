package dev.kontor.archive.book;

import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** One document of a volume (件), with what it was when it was filed and until when it is kept. */
@Entity
@Table(name = "archive_item")
public class Item {

    @Id
    private String id;

    private String volume;
    private int position;
    private String document;
    private String kind;
    private String name;

    @Column(name = "byte_count")
    private long size;

    private String digest;

    @Column(name = "signed_by")
    private String signedBy;

    @Column(name = "signed_at")
    private long signedAt;

    private int pages;

    @Column(name = "kept_months")
    private int keptMonths;

    @Column(name = "kept_until")
    private String keptUntil;

    private String appraisal = "";

    @Column(name = "destroyed_on")
    private String destroyedOn = "";

    protected Item() {}

    /** @param pages 0 if nobody counted them */
    public Item(Volume volume, int position, Document document, int pages, Retention retention) {
        this.id = UUID.randomUUID().toString();
        this.volume = volume.id();
        this.position = position;
        this.document = document.id();
        this.kind = document.kind().value();
        this.name = document.name();
        this.size = document.size();
        this.digest = document.digest();
        this.signedBy = document.by().value();
        this.signedAt = document.filedAt().toEpochMilli();
        this.pages = pages;
        this.keptMonths = retention.months();
        this.keptUntil = retention.until(volume.year()).map(LocalDate::toString).orElse("");
    }

    public void appraise(String under) {
        appraisal = under;
    }

    public void destroy(LocalDate on) {
        destroyedOn = on.toString();
    }

    public String volume() {
        return volume;
    }

    public int position() {
        return position;
    }

    public String document() {
        return document;
    }

    public DocumentKind kind() {
        return new DocumentKind(kind);
    }

    public String name() {
        return name;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public String digest() {
        return digest;
    }

    public PersonId signedBy() {
        return new PersonId(signedBy);
    }

    public Instant signedAt() {
        return Instant.ofEpochMilli(signedAt);
    }

    public int pages() {
        return pages;
    }

    /** The last day; empty when it is kept for ever. */
    public Optional<LocalDate> keptUntil() {
        return keptUntil.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(keptUntil));
    }

    /** The appraisal that it was last proposed for destruction by; empty if none. */
    public String appraisal() {
        return appraisal;
    }

    public Optional<LocalDate> destroyedOn() {
        return destroyedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(destroyedOn));
    }
}
