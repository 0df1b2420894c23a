package dev.kontor.production.plan.book;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One version of an order's production plan. A later version replaces it and leaves it as it was. */
@Entity
@Table(name = "production_plan")
public class ProductionPlan {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int number;

    private int revision;

    @Column(name = "start_on")
    private String startOn;

    @Column(name = "finish_on")
    private String finishOn = "";

    private String reason;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "planned_at")
    private long plannedAt;

    protected ProductionPlan() {}

    /**
     * @param number 1 for the first version
     * @param revision of the order that is planned
     * @param reason why it replaces the version before; empty for the first
     */
    public ProductionPlan(OrderNumber order, int number, int revision, LocalDate startOn, String reason) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.number = number;
        this.revision = revision;
        this.startOn = startOn.toString();
        this.reason = reason;
    }

    public void made(LocalDate finish, String by, Instant at) {
        finishOn = finish.toString();
        plannedBy = by;
        plannedAt = at.toEpochMilli();
    }

    public String id() {
        return id;
    }

    public int number() {
        return number;
    }

    public int revision() {
        return revision;
    }

    public LocalDate startOn() {
        return LocalDate.parse(startOn);
    }

    public LocalDate finishOn() {
        return LocalDate.parse(finishOn);
    }

    public String reason() {
        return reason;
    }

    public String plannedBy() {
        return plannedBy;
    }

    public Instant plannedAt() {
        return Instant.ofEpochMilli(plannedAt);
    }
}
