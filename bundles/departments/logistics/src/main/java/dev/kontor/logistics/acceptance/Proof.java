package dev.kontor.logistics.acceptance;

import dev.kontor.api.document.Document;
import dev.kontor.api.order.Acceptance;
import dev.kontor.logistics.shipment.Shipment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What stands in place of pen and seal under a report: who signed when, and which report, to the byte. */
@Entity
@Table(name = "logistics_proof")
public class Proof {

    /** In place of a seal: verified against a provider that the company trusted. */
    public static final String ELECTRONIC = "electronic";

    /** In place of a seal: drawn on a screen, where the contract allows it. */
    public static final String DRAWN = "drawn";

    @Id
    private String id;

    @Column(name = "report_document")
    private String report;

    @Column(name = "report_digest")
    private String digest;

    private String signer;

    @Column(name = "signed_at")
    private long signedAt;

    private String provider;

    @Column(name = "provider_name")
    private String providerName;

    private String organisation;

    protected Proof() {}

    /**
     * @param provider fingerprint of the certificate that vouches for the signer; empty for a drawn signature
     * @param named what the company calls that provider
     * @param organisation for whom the signer's certificate says was signed; empty for a drawn signature
     */
    Proof(
            Shipment shipment, Acceptance acceptance, Document report, String signer, Instant at, String provider, String named,
            String organisation) {
        this.id = id(shipment, acceptance);
        this.report = report.id();
        this.digest = report.digest();
        this.signer = signer;
        this.signedAt = at.toEpochMilli();
        this.provider = provider;
        this.providerName = named;
        this.organisation = organisation;
    }

    static String id(Shipment shipment, Acceptance acceptance) {
        return shipment.id() + "/" + acceptance.word();
    }

    /** Id of the report that was signed, as it was printed. */
    public String report() {
        return report;
    }

    /** SHA-256 of the report that was signed. */
    public String digest() {
        return digest;
    }

    /** As the signature says; of a drawn one as was typed. */
    public String signer() {
        return signer;
    }

    public Instant signedAt() {
        return Instant.ofEpochMilli(signedAt);
    }

    public String provider() {
        return provider;
    }

    public String providerName() {
        return providerName;
    }

    /** Whom the company had bound to the customer; empty of a drawn signature, and of one that was taken in before that was asked. */
    public String organisation() {
        return organisation;
    }
}
