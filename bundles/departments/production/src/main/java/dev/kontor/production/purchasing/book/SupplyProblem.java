package dev.kontor.production.purchasing.book;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something in the supply of an order that purchasing and production have to solve. */
@Entity
@Table(name = "production_supply_problem")
public class SupplyProblem {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int ordinal;

    private String what;

    private String solution = "";

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "reported_at")
    private long reportedAt;

    @Column(name = "solved_by")
    private String solvedBy = "";

    @Column(name = "solved_at")
    private long solvedAt;

    protected SupplyProblem() {}

    /** @param ordinal which of the order, 1 for the first */
    public SupplyProblem(OrderNumber order, int ordinal, String what, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.ordinal = ordinal;
        this.what = what;
        this.reportedBy = by;
        this.reportedAt = at.toEpochMilli();
    }

    public void solve(String how, String by, Instant at) {
        solution = how;
        solvedBy = by;
        solvedAt = at.toEpochMilli();
    }

    public boolean isOpen() {
        return solvedAt == 0;
    }

    public int ordinal() {
        return ordinal;
    }

    /** By what its task is known. */
    public String subject() {
        return "P" + ordinal;
    }

    public String what() {
        return what;
    }

    public String solution() {
        return solution;
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Instant reportedAt() {
        return Instant.ofEpochMilli(reportedAt);
    }

    public String solvedBy() {
        return solvedBy;
    }
}
