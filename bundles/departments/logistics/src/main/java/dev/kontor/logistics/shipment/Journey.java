package dev.kontor.logistics.shipment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Goods on their way: released, dispatched, heard of, arrived. */
@Embeddable
public class Journey {

    @Column(name = "released_on")
    private String releasedOn = "";

    private String waybill = "";

    private String vehicle = "";

    @Column(name = "expected_on")
    private String expectedOn = "";

    @Column(name = "dispatched_on")
    private String dispatchedOn = "";

    @Column(name = "delivery_note")
    private String deliveryNote = "";

    @Column(name = "heard_at")
    private long heardAt;

    @Column(name = "silent_at")
    private long silentAt;

    @Column(name = "arrived_on")
    private String arrivedOn = "";

    @Column(name = "received_by")
    private String receivedBy = "";

    @Column(name = "receipt_document")
    private String receiptDocument = "";

    @Column(name = "objections_until")
    private String objectionsUntil = "";

    @Column(name = "deemed_on")
    private String deemedOn = "";

    protected Journey() {}

    void paper(String number, String carriedBy, Optional<LocalDate> expected) {
        waybill = number;
        vehicle = carriedBy;
        expectedOn = expected.map(LocalDate::toString).orElse("");
    }

    void release(LocalDate day) {
        releasedOn = day.toString();
    }

    void leave(LocalDate day, String note) {
        dispatchedOn = day.toString();
        deliveryNote = note;
    }

    /** @param until when it has to be heard of again */
    void hear(Instant at, Instant until, Optional<LocalDate> expected) {
        heardAt = at.toEpochMilli();
        silentAt = until.toEpochMilli();
        expected.ifPresent(day -> expectedOn = day.toString());
    }

    void arrive(LocalDate day, String by, String document) {
        arrivedOn = day.toString();
        receivedBy = by;
        receiptDocument = document;
        silentAt = 0;
    }

    /** Empty before, and of what was released before the day was kept. */
    public Optional<LocalDate> releasedOn() {
        return day(releasedOn);
    }

    public String waybill() {
        return waybill;
    }

    public String vehicle() {
        return vehicle;
    }

    public Optional<LocalDate> expectedOn() {
        return day(expectedOn);
    }

    public Optional<LocalDate> dispatchedOn() {
        return day(dispatchedOn);
    }

    /** Id of the delivery note as filed; empty before dispatch. */
    public String deliveryNote() {
        return deliveryNote;
    }

    /** When something was heard of it last; empty before dispatch. */
    public Optional<Instant> heardAt() {
        return heardAt == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(heardAt));
    }

    /** Whether it is under way and should have been heard of. */
    public boolean isSilent(Instant now) {
        return silentAt > 0 && silentAt <= now.toEpochMilli();
    }

    public Optional<LocalDate> arrivedOn() {
        return day(arrivedOn);
    }

    public String receivedBy() {
        return receivedBy;
    }

    /** Id of the receipt advice as filed. */
    public String receiptDocument() {
        return receiptDocument;
    }

    /** @param day empty when the contract deems nothing accepted */
    public void objectionsUntil(Optional<LocalDate> day) {
        objectionsUntil = day.map(LocalDate::toString).orElse("");
    }

    /** The last day on which the customer can object; silent until its end the goods are deemed accepted. */
    public Optional<LocalDate> objectionsUntil() {
        return day(objectionsUntil);
    }

    public void deem(LocalDate day) {
        deemedOn = day.toString();
    }

    /** Since when silence counts as acceptance (视为验收); delivered the goods are by the signed report alone. */
    public Optional<LocalDate> deemedOn() {
        return day(deemedOn);
    }

    /** As kept: ISO 8601, or nothing. */
    public static Optional<LocalDate> day(String written) {
        return written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
    }
}
