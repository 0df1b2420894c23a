package dev.kontor.logistics.shipment;

import dev.kontor.api.document.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;

/** The customer's signature and seal under the acceptance report. */
@Embeddable
public class Signature {

    /** Instead of a seal: signed before the company began to work here. */
    public static final String TAKEN_OVER = "opening";

    @Column(name = "signed_on")
    private String signedOn = "";

    private String signatory = "";

    private String authority = "";

    private String seal = "";

    @Column(name = "original_at")
    private String originalAt = "";

    @Column(name = "report_document")
    private String document = "";

    @Column(name = "report_digest")
    private String digest = "";

    @Column(name = "report_by")
    private String recordedBy = "";

    protected Signature() {}

    /**
     * @param who signed
     * @param by what right: legal representative, or the power of attorney
     * @param stamp which seal
     * @param original where the paper original lies
     */
    public Signature(LocalDate day, String who, String by, String stamp, String original) {
        signedOn = day.toString();
        signatory = who;
        authority = by;
        seal = stamp;
        originalAt = original;
    }

    void evidence(Document report, String by) {
        document = report.id();
        digest = report.digest();
        recordedBy = by;
    }

    /** Empty while nobody has signed. */
    public Optional<LocalDate> signedOn() {
        return Journey.day(signedOn);
    }

    public String signatory() {
        return signatory;
    }

    public String authority() {
        return authority;
    }

    public String seal() {
        return seal;
    }

    public String originalAt() {
        return originalAt;
    }

    /** Id of the signed report as filed. */
    public String document() {
        return document;
    }

    /** SHA-256 of the signed report. */
    public String digest() {
        return digest;
    }

    public String recordedBy() {
        return recordedBy;
    }
}
