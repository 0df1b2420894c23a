package dev.kontor.finance;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.order.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A customer is to owe more, or for longer: it waits for company leadership. Once that has decided the journal alone knows of it. */
@Entity
@Table(name = "finance_limit_proposal")
public class LimitProposal {

    @Id
    private String customer;

    private BigDecimal amount;

    private String currency;

    @Column(name = "expires_on")
    private String expiresOn;

    private String reason;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private long proposedAt;

    protected LimitProposal() {}

    LimitProposal(String customer) {
        this.customer = customer;
    }

    void propose(Money limit, LocalDate until, String why, CompanyFile company) {
        amount = limit.amount();
        currency = limit.currency();
        expiresOn = until.toString();
        reason = why;
        proposedBy = company.actor().id().value();
        proposedAt = company.now().toEpochMilli();
    }

    String customer() {
        return customer;
    }

    Money limit() {
        return new Money(amount, currency);
    }

    LocalDate expiresOn() {
        return LocalDate.parse(expiresOn);
    }

    String reason() {
        return reason;
    }

    /** By which it is known whether it is still what leadership has seen. */
    long proposedAt() {
        return proposedAt;
    }

    String proposedBy() {
        return proposedBy;
    }
}
