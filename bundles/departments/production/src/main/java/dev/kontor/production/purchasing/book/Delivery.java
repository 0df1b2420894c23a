package dev.kontor.production.purchasing.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What came from a supplier on a day, and how much of it was sent back: by this a supplier is evaluated. */
@Entity
@Table(name = "production_delivery")
public class Delivery {

    @Id
    private String id;

    private String supplier;

    private String origin;

    @Column(name = "line_id")
    private String line = "";

    private String batch = "";

    @Column(name = "due_on")
    private String dueOn;

    @Column(name = "delivered_on")
    private String deliveredOn;

    private BigDecimal ordered;

    private BigDecimal received;

    private BigDecimal rejected;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private long recordedAt;

    protected Delivery() {}

    /**
     * @param id so that the same delivery is imported once
     * @param origin where its figures come from
     */
    public Delivery(String id, String supplier, String origin, LocalDate due, LocalDate delivered) {
        this.id = id;
        this.supplier = supplier;
        this.origin = origin;
        this.dueOn = due.toString();
        this.deliveredOn = delivered.toString();
    }

    /** @param expected how much was still to come */
    public void count(BigDecimal expected, BigDecimal came, BigDecimal sentBack) {
        ordered = expected;
        received = came;
        rejected = sentBack;
    }

    /** Of a line that was bought here. */
    public void of(PurchaseLine bought, String itsBatch) {
        line = bought.id();
        batch = itsBatch;
    }

    public void record(String by, Instant at) {
        recordedBy = by;
        recordedAt = at.toEpochMilli();
    }

    /** On its day or before, and all of it. */
    public boolean isPunctual() {
        return deliveredOn.compareTo(dueOn) <= 0 && received.compareTo(ordered) >= 0;
    }

    public String id() {
        return id;
    }

    public String supplier() {
        return supplier;
    }

    /** {@code kontor}, or the system it was imported from. */
    public String origin() {
        return origin;
    }

    public LocalDate dueOn() {
        return LocalDate.parse(dueOn);
    }

    public BigDecimal ordered() {
        return ordered;
    }

    public String line() {
        return line;
    }

    public String batch() {
        return batch;
    }

    public LocalDate deliveredOn() {
        return LocalDate.parse(deliveredOn);
    }

    public BigDecimal received() {
        return received;
    }

    public BigDecimal rejected() {
        return rejected;
    }

    public BigDecimal accepted() {
        return received.subtract(rejected);
    }
}
