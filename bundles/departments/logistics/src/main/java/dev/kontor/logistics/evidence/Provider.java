package dev.kontor.logistics.evidence;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.signature.ProviderCertificate;
import dev.kontor.logistics.shipment.Journey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;

/** A provider of electronic signatures (电子认证服务机构) that the company trusts from one day until another. Never forgotten. */
@Entity
@Table(name = "logistics_provider")
public class Provider {

    @Id
    private String id;

    private String name;

    private String subject;

    private String certificate;

    @Column(name = "trusted_from")
    private String trustedFrom;

    @Column(name = "trusted_until")
    private String trustedUntil;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private long changedAt;

    @Column(name = "revoked_on")
    private String revokedOn = "";

    private String reason = "";

    private long version;

    protected Provider() {}

    Provider(ProviderCertificate read) {
        this.id = read.fingerprint();
        this.subject = read.subject();
        this.certificate = read.pem();
    }

    void trust(String called, LocalDate from, LocalDate until, CompanyFile company) {
        name = called;
        trustedFrom = from.toString();
        trustedUntil = until.toString();
        changed(company);
    }

    void revoke(LocalDate on, String why, CompanyFile company) {
        revokedOn = on.toString();
        reason = why;
        changed(company);
    }

    private void changed(CompanyFile company) {
        changedBy = company.actor().id().value();
        changedAt = company.now().toEpochMilli();
        version++;
    }

    /** Fingerprint of its certificate. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Whose the certificate is, as it says itself. */
    public String subject() {
        return subject;
    }

    /** As PEM. */
    String certificate() {
        return certificate;
    }

    public LocalDate from() {
        return LocalDate.parse(trustedFrom);
    }

    /** The last day. */
    public LocalDate until() {
        return LocalDate.parse(trustedUntil);
    }

    /** From this day on nothing that it vouches for is taken in, whenever that says it was signed. */
    public Optional<LocalDate> revokedOn() {
        return Journey.day(revokedOn);
    }

    public String reason() {
        return reason;
    }

    public String changedBy() {
        return changedBy;
    }

    public boolean isRevoked(LocalDate today) {
        return revokedOn().filter(day -> !today.isBefore(day)).isPresent();
    }

    /** Whether it may vouch for what was signed on that day. */
    boolean isTrustedOn(LocalDate day) {
        return !day.isBefore(from()) && !day.isAfter(until());
    }

    long version() {
        return version;
    }
}
