package dev.kontor.aftersales.warranty;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** How long the warranty of an order is by its contract, as somebody read the clause. */
@Entity
@Table(name = "aftersales_agreed_warranty")
public class AgreedWarranty {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private int months;

    @Column(name = "from_arrival")
    private int fromArrival;

    /** Empty where it was read before digests were kept. */
    @Column(name = "clause_digest")
    private String clauseDigest = "";

    @Column(name = "read_by")
    private String readBy;

    @Column(name = "read_at")
    private long readAt;

    @Version
    private long version;

    protected AgreedWarranty() {}

    public AgreedWarranty(OrderNumber order) {
        orderNumber = order.value();
    }

    void read(WarrantySpan agreed, WarrantyClause clause, String by, Instant at) {
        months = agreed.months();
        fromArrival = agreed.fromArrival();
        clauseDigest = clause.digest();
        readBy = by;
        readAt = at.toEpochMilli();
    }

    WarrantySpan span() {
        return new WarrantySpan(months, fromArrival);
    }

    boolean wasReadFrom(WarrantyClause clause) {
        return clauseDigest.equals(clause.digest());
    }

    public String readBy() {
        return readBy;
    }

    public Instant readAt() {
        return Instant.ofEpochMilli(readAt);
    }

    public long version() {
        return version;
    }
}
