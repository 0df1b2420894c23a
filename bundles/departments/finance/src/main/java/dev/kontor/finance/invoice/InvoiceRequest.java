package dev.kontor.finance.invoice;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody asks finance for an invoice (开票申请, R-7.9); open until it is issued in full. */
@Entity
@Table(name = "finance_invoice_request")
public class InvoiceRequest {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int running;

    private int instalment;

    private String kind;

    private String remarks;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private long askedAt;

    private int done;

    protected InvoiceRequest() {}

    /** @param running its number among the order's */
    InvoiceRequest(OrderNumber order, int running, int instalment, InvoiceKind kind, String remarks, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.running = running;
        this.instalment = instalment;
        this.kind = kind.value();
        this.remarks = remarks;
        this.askedBy = by;
        this.askedAt = at.toEpochMilli();
    }

    void finish() {
        done = 1;
    }

    boolean isOpen() {
        return done == 0;
    }

    /** What its task is about. */
    String subject() {
        return "request-" + running;
    }

    int instalment() {
        return instalment;
    }

    InvoiceKind kind() {
        return InvoiceKind.of(kind);
    }

    String remarks() {
        return remarks;
    }

    String askedBy() {
        return askedBy;
    }
}
