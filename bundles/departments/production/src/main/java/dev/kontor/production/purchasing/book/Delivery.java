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

/**
 * What came from a supplier on a day, and how much of it did not conform: by this a supplier is evaluated. What came for an
 * order is inspected first, and built in after.
 */
@Entity
@Table(name = "production_delivery")
public class Delivery {

    /** Where the figures of what was bought here come from. */
    public static final String BOUGHT = "kontor";

    /** Where those come from of what was there already: no supplier is evaluated by it. */
    public static final String STOCK = "stock";

    private static final String OWED = "owed";
    private static final String INSPECTED = "inspected";

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

    private BigDecimal recovered = BigDecimal.ZERO;

    private int doubtful;

    @Column(name = "order_number")
    private String orderNumber = "";

    private int ordinal;

    private String material = "";

    private String state = INSPECTED;

    @Column(name = "plan_id")
    private String plan = "";

    private String defect = "";

    private String remarks = "";

    @Column(name = "inspected_by")
    private String inspectedBy = "";

    @Column(name = "inspected_at")
    private long inspectedAt;

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

    /** What comes here, and is told apart by nothing but itself. */
    public static Delivery here(String origin, String supplier, LocalDate due, LocalDate delivered) {
        return new Delivery(UUID.randomUUID().toString(), supplier, origin, due, delivered);
    }

    /**
     * It has come for an order, and is to be inspected.
     *
     * @param which of the order's, 1 for the first
     */
    public void comeFor(OrderNumber order, int which, String what, String itsBatch) {
        orderNumber = order.value();
        ordinal = which;
        material = what;
        batch = itsBatch;
        state = OWED;
    }

    /** @param by id of the inspection plan; empty where the part has none */
    public void inspect(BigDecimal sentBack, String by, String found, String words) {
        rejected = sentBack;
        plan = by;
        defect = found;
        remarks = words;
        state = INSPECTED;
    }

    public void inspected(String by, Instant at) {
        inspectedBy = by;
        inspectedAt = at.toEpochMilli();
    }

    /** Somebody has to say what becomes of what of it does not conform. */
    public void doubt(boolean open) {
        doubtful = open ? 1 : 0;
    }

    public boolean isDoubtful() {
        return doubtful == 1;
    }

    /** So much of what did not conform is used after all: it was put right, or conceded. Its supplier is evaluated as before. */
    public void recover(BigDecimal usable) {
        recovered = recovered.add(usable);
    }

    /** What does not conform. */
    public BigDecimal nonconforming() {
        return rejected.subtract(recovered);
    }

    /** Nobody has inspected it yet. */
    public boolean isOwed() {
        return state.equals(OWED);
    }

    /** Inspected, of a batch that can be named, and something of it is left. */
    public boolean isUsable() {
        return state.equals(INSPECTED) && !batch.isEmpty() && accepted().signum() > 0;
    }

    /** What makes it one batch with another delivery: supplier and batch, however they are typed. */
    public String lot() {
        return supplier + " " + Batch.key(batch);
    }

    /** What it is, and its batch. */
    public String words() {
        return (material + " " + batch).strip();
    }

    /** By what the task of its inspection is known, {@code D1}. */
    public String subject() {
        return "D" + ordinal;
    }

    /** @param expected how much was still to come */
    public void count(BigDecimal expected, BigDecimal came, BigDecimal sentBack) {
        ordered = expected;
        received = came;
        rejected = sentBack;
    }

    /** Of a line that was bought here. */
    public void of(PurchaseLine bought) {
        line = bought.id();
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

    public String material() {
        return material;
    }

    public String defect() {
        return defect;
    }

    public String remarks() {
        return remarks;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public String inspectedBy() {
        return inspectedBy;
    }

    /** The start of 1970 where nobody inspected it here. */
    public Instant inspectedAt() {
        return Instant.ofEpochMilli(inspectedAt);
    }

    public BigDecimal accepted() {
        return received.subtract(nonconforming());
    }
}
