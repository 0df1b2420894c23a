package dev.kontor.production.purchasing.book;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One material that an order needs bought (采购申请), by the day on which it is needed (R-5.7). */
@Entity
@Table(name = "production_requisition")
public class Requisition {

    private static final String OPEN = "open";
    private static final String ORDERED = "ordered";
    private static final String WITHDRAWN = "withdrawn";

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int slip;

    private String need;

    private String name;

    private String specification;

    private BigDecimal quantity;

    private String unit;

    @Column(name = "needed_on")
    private String neededOn;

    @Column(name = "order_by")
    private String orderBy = "";

    private String state = OPEN;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private long requestedAt;

    protected Requisition() {}

    /**
     * @param slip which request of the order, 1 for the first
     * @param need key of the plan's material; empty when somebody typed it
     */
    public Requisition(OrderNumber order, int slip, String need, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.slip = slip;
        this.need = need;
        this.requestedBy = by;
        this.requestedAt = at.toEpochMilli();
    }

    public Requisition of(String what, String specified, BigDecimal howMuch, String ofUnit, LocalDate neededBy) {
        name = what;
        specification = specified;
        quantity = howMuch;
        unit = ofUnit;
        neededOn = neededBy.toString();
        return this;
    }

    public void order() {
        state = ORDERED;
    }

    /** Its purchase came to nothing; it is requested anew. */
    public void reopen(int newSlip) {
        state = OPEN;
        slip = newSlip;
    }

    public void withdraw() {
        state = WITHDRAWN;
    }

    public boolean isOpen() {
        return state.equals(OPEN);
    }

    public boolean isOrdered() {
        return state.equals(ORDERED);
    }

    public String id() {
        return id;
    }

    public int slip() {
        return slip;
    }

    /** By what the task of its request is known, {@code R1}. */
    public String subject() {
        return "R" + slip;
    }

    public String need() {
        return need;
    }

    public String name() {
        return name;
    }

    public String specification() {
        return specification;
    }

    /** Name and specification. */
    public String words() {
        return (name + " " + specification).strip();
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public String unit() {
        return unit;
    }

    public LocalDate neededOn() {
        return LocalDate.parse(neededOn);
    }

    /** {@code open}, {@code ordered} or {@code withdrawn}. */
    public String state() {
        return state;
    }

    /**
     * The day by which its request is to be ordered is known.
     *
     * @return whether it was another one, or none
     */
    public boolean orderBy(LocalDate day) {
        boolean moved = !orderBy.equals(day.toString());
        orderBy = day.toString();
        return moved;
    }

    public String requestedBy() {
        return requestedBy;
    }
}
