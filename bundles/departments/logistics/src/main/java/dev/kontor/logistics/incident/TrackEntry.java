package dev.kontor.logistics.incident;

import dev.kontor.logistics.shipment.Journey;
import dev.kontor.logistics.shipment.Shipment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What was heard of a shipment under way. */
@Entity
@Table(name = "logistics_track")
public class TrackEntry {

    @Id
    private String id;

    @Column(name = "shipment_id")
    private String shipmentId;

    @Column(name = "sequence_number")
    private int sequence;

    private String place;

    private String state;

    @Column(name = "expected_on")
    private String expectedOn;

    private String words;

    @Column(name = "heard_by")
    private String heardBy;

    @Column(name = "heard_at")
    private long heardAt;

    protected TrackEntry() {}

    /** @param state {@code on-schedule}, {@code delayed} or {@code damaged} */
    public TrackEntry(Shipment shipment, int sequence, String place, String state, Optional<LocalDate> expected, String words) {
        this.id = UUID.randomUUID().toString();
        this.shipmentId = shipment.id();
        this.sequence = sequence;
        this.place = place;
        this.state = state;
        this.expectedOn = expected.map(LocalDate::toString).orElse("");
        this.words = words;
    }

    public TrackEntry heard(String by, Instant at) {
        heardBy = by;
        heardAt = at.toEpochMilli();
        return this;
    }

    public int sequence() {
        return sequence;
    }

    public String place() {
        return place;
    }

    public String state() {
        return state;
    }

    public Optional<LocalDate> expectedOn() {
        return Journey.day(expectedOn);
    }

    public String words() {
        return words;
    }

    public String heardBy() {
        return heardBy;
    }

    public Instant heardAt() {
        return Instant.ofEpochMilli(heardAt);
    }
}
