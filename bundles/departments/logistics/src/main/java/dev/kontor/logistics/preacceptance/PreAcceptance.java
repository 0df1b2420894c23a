package dev.kontor.logistics.preacceptance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.logistics.shipment.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The customer has looked at machines in our works and signed what it found (预验收). Never changed: another look is another row. */
@Entity
@Table(name = "logistics_pre_acceptance")
public class PreAcceptance {

    public static final String ACCEPTED = "accepted";
    static final String RESERVED = "reserved";
    static final String REFUSED = "refused";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int number;

    private int revision;

    private String serials;

    private String result;

    private String remarks;

    @Column(name = "signed_on")
    private String signedOn;

    private String signatory;

    private String authority;

    private String seal;

    @Column(name = "original_at")
    private String originalAt;

    private String document;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private long recordedAt;

    protected PreAcceptance() {}

    /**
     * @param found {@link #ACCEPTED}, {@link #RESERVED} with what is still to be done, or {@link #REFUSED} with why
     * @param words empty where it was accepted as it is
     */
    PreAcceptance(OrderFile file, int number, List<String> machines, String found, String words) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = file.number().value();
        this.number = number;
        this.revision = file.order().orElseThrow().revision();
        this.serials = String.join(",", machines);
        this.result = found;
        this.remarks = words;
        this.recordedBy = file.actor().id().value();
        this.recordedAt = file.now().toEpochMilli();
    }

    /** @param report id of the signed report as filed */
    PreAcceptance signed(Signature signature, String report) {
        signedOn = signature.signedOn().orElseThrow().toString();
        signatory = signature.signatory();
        authority = signature.authority();
        seal = signature.seal();
        originalAt = signature.originalAt();
        document = report;
        return this;
    }

    public String id() {
        return id;
    }

    public int number() {
        return number;
    }

    /** Of the order, with which the machines were compared. */
    public int revision() {
        return revision;
    }

    public List<String> serials() {
        return List.of(serials.split(","));
    }

    public boolean isAccepted() {
        return result.equals(ACCEPTED);
    }

    /** {@code accepted}, {@code reserved} or {@code refused}. */
    public String result() {
        return result;
    }

    public String remarks() {
        return remarks;
    }

    public LocalDate signedOn() {
        return LocalDate.parse(signedOn);
    }

    public String signatory() {
        return signatory;
    }

    public String authority() {
        return authority;
    }

    /** Empty of one that was recorded before seals were asked for. */
    public String seal() {
        return seal;
    }

    public String originalAt() {
        return originalAt;
    }

    public String document() {
        return document;
    }

    public String recordedBy() {
        return recordedBy;
    }
}
