package dev.kontor.production.purchasing.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** How many days a part takes from its order to its coming (采购提前期), as agreed with a supplier; the latest counts. */
@Entity
@Table(name = "production_lead_time")
public class LeadTime {

    @Id
    private String id;

    private String supplier;

    private String part;

    private int days;

    private String reason;

    @Column(name = "agreed_by")
    private String agreedBy;

    @Column(name = "agreed_at")
    private long agreedAt;

    protected LeadTime() {}

    public LeadTime(String supplier, String part, int days, String reason, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.supplier = supplier;
        this.part = part;
        this.days = days;
        this.reason = reason;
        this.agreedBy = by;
        this.agreedAt = at.toEpochMilli();
    }

    public String supplier() {
        return supplier;
    }

    public String part() {
        return part;
    }

    public int days() {
        return days;
    }

    public String reason() {
        return reason;
    }

    public String agreedBy() {
        return agreedBy;
    }

    public Instant agreedAt() {
        return Instant.ofEpochMilli(agreedAt);
    }
}
