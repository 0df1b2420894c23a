package dev.kontor.finance;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A financial evaluation with its professional opinion (财务评估, 专业意见; ). */
@Entity
@Table(name = "finance_evaluation")
public class Evaluation {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int revision;

    private String document;

    private String report;

    private String opinion;

    @Column(name = "evaluated_by")
    private String evaluatedBy;

    @Column(name = "evaluated_at")
    private long evaluatedAt;

    protected Evaluation() {}

    /** @param document id of the filed report; empty when it was written into {@code report} */
    public Evaluation(OrderNumber order, int revision, String document, String report, String opinion, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.revision = revision;
        this.document = document;
        this.report = report;
        this.opinion = opinion;
        this.evaluatedBy = by;
        this.evaluatedAt = at.toEpochMilli();
    }

    public String id() {
        return id;
    }

    public int revision() {
        return revision;
    }

    public String document() {
        return document;
    }

    public String report() {
        return report;
    }

    public String opinion() {
        return opinion;
    }

    public String evaluatedBy() {
        return evaluatedBy;
    }

    public Instant evaluatedAt() {
        return Instant.ofEpochMilli(evaluatedAt);
    }
}
