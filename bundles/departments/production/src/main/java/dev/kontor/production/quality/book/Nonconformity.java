package dev.kontor.production.quality.book;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.production.purchasing.book.Delivery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Something of a machine, or of goods that came, that does not conform (不合格). It goes round: its cause and what is to be done, doing it, inspecting
 * again; until an inspection is passed, or a second person releases it as it is or as scrap.
 */
@Entity
@Table(name = "production_nonconformity")
public class Nonconformity {

    /** Whose turn it is, or how it ended. */
    public enum State {
        CAUSE,
        CORRECTION,
        RELEASE,
        REINSPECTION,
        CONFORMING,
        CONCEDED,
        /** Of a machine. */
        SCRAPPED,
        /** Of goods from stock: sent back or scrapped, and nothing comes in their place. */
        DISCARDED
    }

    @Id
    private String id;

    private String number;

    @Column(name = "order_number")
    private String orderNumber;

    private String serial;

    private String kind;

    private String what;

    private String state = State.CAUSE.name();

    private int round = 1;

    @Column(name = "delivery_id")
    private String delivery = "";

    @Column(name = "receipt_id")
    private String receipt = "";

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private long openedAt;

    @Column(name = "closed_at")
    private long closedAt;

    protected Nonconformity() {}

    /**
     * @param kind of the inspection that has to be passed before it is closed
     * @param ordinal which of the machine's, 1 for the first
     */
    public Nonconformity(Machine machine, InspectionKind kind, int ordinal, String what, String by, Instant at) {
        this("%s-N%d".formatted(machine.serial(), ordinal), machine.order(), kind, what, by, at);
        this.serial = machine.serial().value();
    }

    /** Of goods that came. */
    public Nonconformity(Delivery goods, OrderNumber order, String what, String by, Instant at) {
        this("%s-%s-N1".formatted(order, goods.subject()), order, InspectionKind.INCOMING, what, by, at);
        this.serial = "";
        this.receipt = goods.id();
    }

    private Nonconformity(String number, OrderNumber order, InspectionKind kind, String what, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.number = number;
        this.orderNumber = order.value();
        this.kind = kind.word();
        this.what = what;
        this.openedBy = by;
        this.openedAt = at.toEpochMilli();
    }

    /** It comes from a batch: while it is open no other machine is built of that. */
    public void blame(Delivery batch) {
        delivery = batch.id();
    }

    /** Id of the delivery whose batch it comes from; empty if from none. */
    public String delivery() {
        return delivery;
    }

    /** Of goods that came, not of a machine. */
    public boolean isOfGoods() {
        return !receipt.isEmpty();
    }

    /** Id of the delivery that does not conform; empty of a machine. */
    public String receipt() {
        return receipt;
    }

    /** What came in the place of the goods does not conform either. */
    public void again(Delivery instead) {
        receipt = instead.id();
        again();
    }

    public void decide(Disposition disposition) {
        state = (disposition.needsRelease(kind()) ? State.RELEASE : State.CORRECTION).name();
    }

    public void corrected() {
        state = State.REINSPECTION.name();
    }

    /** It does not conform yet, or was not released: the cause is looked for again. */
    public void again() {
        state = State.CAUSE.name();
        round++;
    }

    public void close(State how, Instant at) {
        state = how.name();
        closedAt = at.toEpochMilli();
    }

    public boolean isOpen() {
        return closedAt == 0;
    }

    /**
     * Whether the machine is not presented to the inspection because of it. One that waits for a later inspection is in the way of
     * no earlier one: that of a machine which is reworked after a change of its order.
     */
    public boolean bars(InspectionKind inspection) {
        return isOpen() && (state() != State.REINSPECTION || kind().compareTo(inspection) <= 0);
    }

    public String id() {
        return id;
    }

    public String number() {
        return number;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    /** Empty of goods that came. */
    public String serial() {
        return serial;
    }

    public InspectionKind kind() {
        return InspectionKind.of(kind);
    }

    public String what() {
        return what;
    }

    public State state() {
        return State.valueOf(state);
    }

    public int round() {
        return round;
    }

    /** By what the tasks of this round are known. */
    public String subject() {
        return "%s %d".formatted(number, round);
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return Instant.ofEpochMilli(openedAt);
    }

    /** The start of 1970 while it is open. */
    public Instant closedAt() {
        return Instant.ofEpochMilli(closedAt);
    }
}
