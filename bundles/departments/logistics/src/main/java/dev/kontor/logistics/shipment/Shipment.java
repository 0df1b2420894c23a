package dev.kontor.logistics.shipment;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.document.Document;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.rule.Decision;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Some machines of an order that travel together, from the choice of the carrier to the customer's signature. */
@Entity
@Table(name = "logistics_shipment")
public class Shipment {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int number;

    private String state = State.PLANNED.word();

    private String customer;

    private String place;

    @Embedded
    private Transport transport;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "planned_at")
    private long plannedAt;

    private String decision = "";

    @Column(name = "released_by")
    private String releasedBy = "";

    @Column(name = "released_at")
    private long releasedAt;

    @Column(name = "held_since")
    private long heldSince;

    @Embedded
    private Preparation preparation = new Preparation();

    @Embedded
    private Journey journey = new Journey();

    @Embedded
    private Signature signature = new Signature();

    @Embedded
    @AttributeOverride(name = "signedOn", column = @Column(name = "final_signed_on"))
    @AttributeOverride(name = "signatory", column = @Column(name = "final_signatory"))
    @AttributeOverride(name = "authority", column = @Column(name = "final_authority"))
    @AttributeOverride(name = "seal", column = @Column(name = "final_seal"))
    @AttributeOverride(name = "originalAt", column = @Column(name = "final_original_at"))
    @AttributeOverride(name = "document", column = @Column(name = "final_document"))
    @AttributeOverride(name = "digest", column = @Column(name = "final_digest"))
    @AttributeOverride(name = "recordedBy", column = @Column(name = "final_by"))
    private Signature finalSignature = new Signature();

    @Column(name = "changed_at")
    private long changedAt;

    protected Shipment() {}

    /** @param number 1 for the order's first */
    public Shipment(OrderFile file, int number, Transport transport, String place) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = file.number().value();
        this.customer = file.summary().customerName();
        this.number = number;
        this.transport = transport;
        this.place = place;
        this.plannedBy = file.actor().id().value();
        this.plannedAt = file.now().toEpochMilli();
        this.changedAt = plannedAt;
    }

    private void go(State to, Instant at) {
        state = to.word();
        changedAt = at.toEpochMilli();
    }

    public void release(Decision by, OrderFile file) {
        decision = by.id();
        releasedBy = file.actor().id().value();
        releasedAt = file.now().toEpochMilli();
        heldSince = 0;
        journey.release(file.today());
        go(State.RELEASED, file.now());
    }

    /** A hold stands in its way. */
    public void hold(Instant since) {
        heldSince = heldSince == 0 ? since.toEpochMilli() : heldSince;
    }

    public void letGo() {
        heldSince = 0;
    }

    public void sign(String contractNumber, Document contract) {
        preparation.contract(contractNumber, contract.id());
    }

    /** @param words the policy's number, or the reason why there is none */
    public void prepare(String packing, boolean insured, String words) {
        preparation.packed(packing);
        preparation.insured(insured, words);
    }

    public void paper(String waybill, String vehicle, Optional<LocalDate> expected) {
        journey.paper(waybill, vehicle, expected);
    }

    public void dispatch(LocalDate day, Document note, Instant at) {
        journey.leave(day, note.id());
        heldSince = 0;
        go(State.DISPATCHED, at);
    }

    /** @param until when it has to be heard of again */
    public void hear(Instant at, Instant until, Optional<LocalDate> expected) {
        journey.hear(at, until, expected);
    }

    public void arrive(LocalDate day, String receivedBy, Document receipt, Instant at) {
        journey.arrive(day, receivedBy, receipt.id());
        go(State.ARRIVED, at);
    }

    /** @param acceptance on arrival or final */
    public void accept(Acceptance acceptance, Signature signed, Document report, OrderFile file) {
        signed.evidence(report, file.actor().id().value());
        if (acceptance == Acceptance.FINAL) {
            finalSignature = signed;
        } else {
            signature = signed;
        }
        settle(file);
    }

    /** Signed on arrival, it is accepted, or being commissioned while a final acceptance is owed that the contract lists. */
    public void settle(OrderFile file) {
        boolean owed = finalSignature.signedOn().isEmpty() && file.order().orElseThrow().acceptances().contains(Acceptance.FINAL);
        State to = owed ? State.COMMISSIONING : State.ACCEPTED;
        if (to != state()) {
            go(to, file.now());
        }
    }

    public void lose(Instant at) {
        go(State.LOST, at);
    }

    public void drop(Instant at) {
        heldSince = 0;
        go(State.DROPPED, at);
    }

    public String id() {
        return id;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public int number() {
        return number;
    }

    public State state() {
        return State.of(state);
    }

    public String customer() {
        return customer;
    }

    public String place() {
        return place;
    }

    public Transport transport() {
        return transport;
    }

    public String plannedBy() {
        return plannedBy;
    }

    public String releasedBy() {
        return releasedBy;
    }

    /** Id of the decision that released it; empty before. */
    public String decision() {
        return decision;
    }

    public boolean isHeld() {
        return heldSince > 0;
    }

    public Preparation preparation() {
        return preparation;
    }

    public Journey journey() {
        return journey;
    }

    /** @param acceptance on arrival or final */
    public Signature signature(Acceptance acceptance) {
        return acceptance == Acceptance.FINAL ? finalSignature : signature;
    }

    /** The acceptance that is owed now; empty before it has arrived, and when the customer has signed for all. */
    public Optional<Acceptance> owed() {
        return switch (state()) {
            case ARRIVED -> Optional.of(Acceptance.ARRIVAL);
            case COMMISSIONING -> Optional.of(Acceptance.FINAL);
            case PLANNED, RELEASED, DISPATCHED, ACCEPTED, LOST, DROPPED -> Optional.empty();
        };
    }

    public Instant changedAt() {
        return Instant.ofEpochMilli(changedAt);
    }
}
