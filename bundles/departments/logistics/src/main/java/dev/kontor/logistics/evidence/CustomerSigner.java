package dev.kontor.logistics.evidence;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/**
 * An organisation, as a provider names it in the certificates of its signers, that signs for a customer: proposed by one person, approved
 * by another, ended by either. Never forgotten; one that was ended may be proposed again.
 */
@Entity
@Table(name = "logistics_signer")
public class CustomerSigner {

    public static final String PROPOSED = "proposed";
    public static final String APPROVED = "approved";
    public static final String ENDED = "ended";

    /** Of the organisation's name, in a task's subject. */
    private static final int MOST = 180;

    @Id
    private String id;

    private String provider;

    private String organisation;

    private String customer;

    private String state = PROPOSED;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "decided_by")
    private String decidedBy = "";

    private String reason = "";

    @Column(name = "asked_at")
    private String askedAt = "";

    @Column(name = "changed_at")
    private long changedAt;

    private long version;

    protected CustomerSigner() {}

    CustomerSigner(Provider provider, String organisation, CustomerId customer) {
        this.id = UUID.randomUUID().toString();
        this.provider = provider.id();
        this.organisation = organisation;
        this.customer = customer.value();
    }

    void propose(String why, CompanyFile company) {
        proposedBy = company.actor().id().value();
        decidedBy = "";
        changed(PROPOSED, why, company);
    }

    /** @param to approved or ended */
    void decide(String to, String why, CompanyFile company) {
        decidedBy = company.actor().id().value();
        changed(to, why, company);
    }

    /** Somebody owes the decision at this order, whose acceptance waits. */
    void askedAt(OrderNumber order) {
        askedAt = order.value();
    }

    Optional<OrderNumber> askedAt() {
        return askedAt.isEmpty() ? Optional.empty() : Optional.of(new OrderNumber(askedAt));
    }

    /** By what the task to decide it is known: a new one each time it is proposed. */
    String task() {
        return "%s %d".formatted(organisation.substring(0, Math.min(MOST, organisation.length())), version);
    }

    private void changed(String to, String why, CompanyFile company) {
        state = to;
        reason = why;
        changedAt = company.now().toEpochMilli();
        version++;
    }

    public String id() {
        return id;
    }

    /** Fingerprint of the provider's certificate. */
    public String provider() {
        return provider;
    }

    public String organisation() {
        return organisation;
    }

    public CustomerId customer() {
        return new CustomerId(customer);
    }

    public String state() {
        return state;
    }

    public boolean isApproved() {
        return state.equals(APPROVED);
    }

    public String proposedBy() {
        return proposedBy;
    }

    /** Empty while it is proposed. */
    public String decidedBy() {
        return decidedBy;
    }

    public String reason() {
        return reason;
    }

    long version() {
        return version;
    }
}
