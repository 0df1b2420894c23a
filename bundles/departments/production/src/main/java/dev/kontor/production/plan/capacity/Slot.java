package dev.kontor.production.plan.capacity;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What an operation takes of its work centre's hours on one day. */
@Entity
@Table(name = "production_slot")
public class Slot {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String operation;

    private String centre;

    @Column(name = "busy_on")
    private String busyOn;

    private BigDecimal hours;

    protected Slot() {}

    public Slot(OrderNumber order, Scheduler.Work work, Scheduler.Taken taken) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.operation = work.operation();
        this.centre = work.centre();
        this.busyOn = taken.day().toString();
        this.hours = taken.hours();
    }

    public String operation() {
        return operation;
    }

    public LocalDate busyOn() {
        return LocalDate.parse(busyOn);
    }

    public BigDecimal hours() {
        return hours;
    }
}
