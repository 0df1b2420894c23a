package dev.kontor.logistics.incident;

import dev.kontor.api.desk.OrderFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody was told of an incident: whom, how, what. */
@Entity
@Table(name = "logistics_telling")
public class Telling {

    /** Who has to be told before an incident is closed. */
    public static final List<String> PARTIES = List.of("carrier", "sales", "customer");

    @Id
    private String id;

    @Column(name = "incident_id")
    private String incidentId;

    private String party;

    private String whom;

    private String means;

    private String words;

    @Column(name = "told_by")
    private String toldBy;

    @Column(name = "told_at")
    private long toldAt;

    protected Telling() {}

    /** @param means {@code phone}, {@code message}, {@code mail} or {@code in-person} */
    public Telling(Incident incident, String party, String whom, String means, String words, OrderFile file) {
        this.id = UUID.randomUUID().toString();
        this.incidentId = incident.id();
        this.party = party;
        this.whom = whom;
        this.means = means;
        this.words = words;
        this.toldBy = file.actor().id().value();
        this.toldAt = file.now().toEpochMilli();
    }

    public String party() {
        return party;
    }

    public String whom() {
        return whom;
    }

    public String means() {
        return means;
    }

    public String words() {
        return words;
    }

    public String toldBy() {
        return toldBy;
    }

    public Instant toldAt() {
        return Instant.ofEpochMilli(toldAt);
    }
}
