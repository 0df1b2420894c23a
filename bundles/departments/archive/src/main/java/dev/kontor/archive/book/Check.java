package dev.kontor.archive.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** The contents of a volume were read again and compared with what they were when they were filed. */
@Entity
@Table(name = "archive_check")
public class Check {

    private static final int LONGEST = 4000;

    @Id
    private String id;

    private String volume;

    @Column(name = "checked_by")
    private String by;

    @Column(name = "checked_at")
    private long at;

    private int documents;
    private String altered;

    protected Check() {}

    /** @param alteredNames of documents that are not what they were; empty if all are */
    public Check(Volume volume, String by, Instant at, int documents, Collection<String> alteredNames) {
        this.id = UUID.randomUUID().toString();
        this.volume = volume.id();
        this.by = by;
        this.at = at.toEpochMilli();
        this.documents = documents;
        String names = String.join("; ", alteredNames);
        this.altered = names.substring(0, Math.min(LONGEST, names.length()));
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return Instant.ofEpochMilli(at);
    }

    public int documents() {
        return documents;
    }

    public boolean whole() {
        return altered.isEmpty();
    }

    /** Names of documents that were not what they were. */
    public String altered() {
        return altered;
    }
}
