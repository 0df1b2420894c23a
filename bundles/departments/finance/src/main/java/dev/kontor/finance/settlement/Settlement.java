package dev.kontor.finance.settlement;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who confirmed which figures of an order: finance first, then sales; and that its papers went to the archive. */
@Entity
@Table(name = "finance_settlement")
public class Settlement {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private String figures = "";

    @Column(name = "finance_by")
    private String financeBy = "";

    @Column(name = "finance_at")
    private long financeAt;

    @Column(name = "sales_by")
    private String salesBy = "";

    @Column(name = "sales_at")
    private long salesAt;

    @Column(name = "handed_by")
    private String handedBy = "";

    @Column(name = "handed_at")
    private long handedAt;

    @Column(name = "handed_remarks")
    private String handedRemarks = "";

    protected Settlement() {}

    Settlement(OrderNumber order) {
        this.orderNumber = order.value();
    }

    void confirmByFinance(Figures confirmed, String by, Instant at) {
        figures = confirmed.written();
        financeBy = by;
        financeAt = at.toEpochMilli();
    }

    /** Sales disputes the figures: finance has to confirm again. */
    void dispute() {
        figures = "";
        financeBy = "";
        financeAt = 0;
    }

    /** The figures are others by now: finance has to confirm again, and then sales. */
    void reopen() {
        dispute();
        salesBy = "";
        salesAt = 0;
    }

    void confirmBySales(String by, Instant at) {
        salesBy = by;
        salesAt = at.toEpochMilli();
    }

    void handOver(String remarks, String by, Instant at) {
        handedRemarks = remarks;
        handedBy = by;
        handedAt = at.toEpochMilli();
    }

    /** Whether finance confirmed exactly these. */
    boolean isOf(Figures now) {
        return !financeBy.isEmpty() && figures.equals(now.written());
    }

    /** Whether the order itself is worth what it was when finance confirmed; what was paid or invoiced since is no other order. */
    boolean isOfOrder(Figures now) {
        return figures.startsWith(now.writtenOfOrder());
    }

    String financeBy() {
        return financeBy;
    }

    Instant financeAt() {
        return Instant.ofEpochMilli(financeAt);
    }

    String salesBy() {
        return salesBy;
    }

    Instant salesAt() {
        return Instant.ofEpochMilli(salesAt);
    }

    boolean isHandedOver() {
        return !handedBy.isEmpty();
    }
}
