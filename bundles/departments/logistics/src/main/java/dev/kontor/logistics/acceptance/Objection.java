package dev.kontor.logistics.acceptance;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.people.Role;
import dev.kontor.logistics.shipment.Shipment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something the customer objects to at acceptance, who has to solve it, and how it was solved. */
@Entity
@Table(name = "logistics_objection")
public class Objection {

    @Id
    private String id;

    @Column(name = "shipment_id")
    private String shipmentId;

    @Column(name = "order_number")
    private String orderNumber;

    private int number;

    private String acceptance;

    private String item;

    private String words;

    private String owner;

    private int attempt = 1;

    private String state = "open";

    @Column(name = "raised_by")
    private String raisedBy;

    @Column(name = "raised_at")
    private long raisedAt;

    private String solution = "";

    @Column(name = "solved_by")
    private String solvedBy = "";

    @Column(name = "solved_at")
    private long solvedAt;

    private String remarks = "";

    @Column(name = "settled_by")
    private String settledBy = "";

    @Column(name = "settled_at")
    private long settledAt;

    protected Objection() {}

    /** @param item id of the item that is wrong; empty for an objection to something else */
    public Objection(Shipment shipment, Acceptance acceptance, int number, String item, String words, Role owner, OrderFile file) {
        this.id = UUID.randomUUID().toString();
        this.shipmentId = shipment.id();
        this.orderNumber = shipment.order().value();
        this.number = number;
        this.acceptance = acceptance.word();
        this.item = item;
        this.words = words;
        this.owner = owner.value();
        this.raisedBy = file.actor().id().value();
        this.raisedAt = file.now().toEpochMilli();
    }

    public void solve(String how, OrderFile file) {
        solution = how;
        solvedBy = file.actor().id().value();
        solvedAt = file.now().toEpochMilli();
        state = "solved";
    }

    /** @param satisfied whether the customer agrees that it is solved; otherwise it is open again */
    public void settle(boolean satisfied, String said, OrderFile file) {
        remarks = said;
        settledBy = file.actor().id().value();
        settledAt = file.now().toEpochMilli();
        state = satisfied ? "settled" : "open";
        attempt += satisfied ? 0 : 1;
    }

    /** The checklist was made anew: the item it is about has another key. */
    public void moveTo(String newItem) {
        item = newItem;
    }

    public String id() {
        return id;
    }

    public String shipment() {
        return shipmentId;
    }

    /** 1 for the order's first. */
    public int number() {
        return number;
    }

    /** At which it was raised. */
    Acceptance acceptance() {
        return Acceptance.of(acceptance).orElseThrow();
    }

    /** Whether somebody other than the representative has to solve it now. */
    boolean waitsForOthers() {
        return state.equals("open") && !owner().equals(Role.SALES_REP);
    }

    public String item() {
        return item;
    }

    public String words() {
        return words;
    }

    public Role owner() {
        return new Role(owner);
    }

    /** The subject of the task in which its owner owes a solution: a new one each time the customer was not satisfied. */
    public String task() {
        return number + "." + attempt;
    }

    /** {@code open}, {@code solved} by its owner, or {@code settled} with the customer. */
    public String state() {
        return state;
    }

    public boolean isSolved() {
        return state.equals("solved");
    }

    public boolean isSettled() {
        return state.equals("settled");
    }

    public Instant raisedAt() {
        return Instant.ofEpochMilli(raisedAt);
    }

    public String solution() {
        return solution;
    }

    public String solvedBy() {
        return solvedBy;
    }

    public String remarks() {
        return remarks;
    }
}
