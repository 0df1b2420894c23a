package dev.kontor.finance.invoice;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Whether an instalment's invoice comes before its payment (先票后款) or after it (先款后票), as the contract says. */
@Entity
@Table(name = "finance_invoicing_term")
public class InvoicingTerm {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int instalment;

    @Column(name = "invoice_first")
    private int invoiceFirst;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private long setAt;

    protected InvoicingTerm() {}

    InvoicingTerm(OrderNumber order, int instalment) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.instalment = instalment;
    }

    void set(boolean first, String by, Instant at) {
        invoiceFirst = first ? 1 : 0;
        setBy = by;
        setAt = at.toEpochMilli();
    }

    int instalment() {
        return instalment;
    }

    boolean isInvoiceFirst() {
        return invoiceFirst == 1;
    }
}
