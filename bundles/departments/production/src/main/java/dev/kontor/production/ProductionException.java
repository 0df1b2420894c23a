package dev.kontor.production;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A special process (特殊工艺) or a material shortage (原材料短缺), with the solution that production and sales discuss
 * until both agree.
 */
@Entity
@Table(name = "production_exception")
public class ProductionException {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int revision;

    private String kind;

    private String description;

    private String solution;

    @Column(name = "delivery_on")
    private String deliveryOn;

    private String task = "";

    @Column(name = "by_production")
    private String byProduction;

    @Column(name = "by_sales")
    private String bySales = "";

    @Column(name = "reported_at")
    private long reportedAt;

    @Column(name = "settled_at")
    private long settledAt;

    protected ProductionException() {}

    public ProductionException(OrderNumber order, int revision, String kind, String description, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.revision = revision;
        this.kind = kind;
        this.description = description;
        this.byProduction = by;
        this.reportedAt = at.toEpochMilli();
    }

    /** Whoever proposes agrees to it; the other side's agreement is then asked. */
    public void propose(String words, Optional<LocalDate> delivery, String by, boolean sales) {
        solution = words;
        deliveryOn = delivery.map(LocalDate::toString).orElse("");
        byProduction = sales ? "" : by;
        bySales = sales ? by : "";
    }

    /** @param owed the task in which the other side owes its answer */
    public void await(String owed) {
        task = owed;
    }

    public void agree(String by, boolean sales, Instant at) {
        if (sales) {
            bySales = by;
        } else {
            byProduction = by;
        }
        settledAt = at.toEpochMilli();
    }

    public boolean isAgreed() {
        return settledAt > 0 && !byProduction.isEmpty() && !bySales.isEmpty();
    }

    public String id() {
        return id;
    }

    public String task() {
        return task;
    }

    public int revision() {
        return revision;
    }

    public String kind() {
        return kind;
    }

    public String description() {
        return description;
    }

    public String solution() {
        return solution;
    }

    /** The delivery date that follows from the solution; empty when the contract's date holds. */
    public Optional<LocalDate> deliveryOn() {
        return deliveryOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(deliveryOn));
    }

    public String byProduction() {
        return byProduction;
    }

    public String bySales() {
        return bySales;
    }

    public Instant reportedAt() {
        return Instant.ofEpochMilli(reportedAt);
    }
}
