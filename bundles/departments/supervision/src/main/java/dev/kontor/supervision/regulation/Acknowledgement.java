package dev.kontor.supervision.regulation;

import dev.kontor.api.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody has read a version of the regulation: the evidence that it was made known to them (公示, R-11.2). */
@Entity
@Table(name = "supervision_acknowledgement")
public class Acknowledgement {

    @Id
    private String id;

    @Column(name = "version_number")
    private int version;

    private String person;

    @Column(name = "acknowledged_at")
    private long at;

    protected Acknowledgement() {}

    public Acknowledgement(int version, PersonId person, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.version = version;
        this.person = person.value();
        this.at = at.toEpochMilli();
    }

    public int version() {
        return version;
    }

    public String person() {
        return person;
    }

    public Instant at() {
        return Instant.ofEpochMilli(at);
    }
}
