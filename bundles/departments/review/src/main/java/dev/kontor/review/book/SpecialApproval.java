package dev.kontor.review.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Leadership lets one revision pass in spite of a failing item, with its reason; never deleted (特批, R-4.2). */
@Entity
@Table(name = "review_approval")
public class SpecialApproval {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int revision;

    private String item;

    private String reason;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private long approvedAt;

    protected SpecialApproval() {}

    public SpecialApproval(String order, int revision, String item, String reason, String approvedBy, Instant approvedAt) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order;
        this.revision = revision;
        this.item = item;
        this.reason = reason;
        this.approvedBy = approvedBy;
        this.approvedAt = approvedAt.toEpochMilli();
    }

    public String id() {
        return id;
    }

    public int revision() {
        return revision;
    }

    public String item() {
        return item;
    }

    public String reason() {
        return reason;
    }

    public String approvedBy() {
        return approvedBy;
    }

    public Instant approvedAt() {
        return Instant.ofEpochMilli(approvedAt);
    }
}
