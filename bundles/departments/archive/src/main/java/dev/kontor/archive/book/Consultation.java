package dev.kontor.archive.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody consulted a volume (借阅): what for, and on which day its documents were open to them. */
@Entity
@Table(name = "archive_consultation")
public class Consultation {

    @Id
    private String id;

    private String volume;
    private String person;

    @Column(name = "consulted_on")
    private String on;

    @Column(name = "consulted_at")
    private long at;

    private String purpose;

    protected Consultation() {}

    public Consultation(Volume volume, String person, LocalDate on, Instant at, String purpose) {
        this.id = UUID.randomUUID().toString();
        this.volume = volume.id();
        this.person = person;
        this.on = on.toString();
        this.at = at.toEpochMilli();
        this.purpose = purpose;
    }

    public String person() {
        return person;
    }

    public Instant at() {
        return Instant.ofEpochMilli(at);
    }

    public String purpose() {
        return purpose;
    }
}
