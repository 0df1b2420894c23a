package dev.kontor.production.plan.delay;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A delay or an abnormality that production told sales of, until the customer knows (延误通知, R-5.6). */
@Entity
@Table(name = "production_delay")
public class DelayNotice {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int number;

    private String cause;

    private String explanation;

    @Column(name = "promised_on")
    private String promisedOn;

    @Column(name = "delivery_on")
    private String deliveryOn;

    @Column(name = "noticed_by")
    private String noticedBy = "";

    @Column(name = "noticed_at")
    private long noticedAt;

    @Column(name = "acknowledged_by")
    private String acknowledgedBy = "";

    @Column(name = "acknowledged_at")
    private long acknowledgedAt;

    @Column(name = "passed_on")
    private String passedOn = "";

    private String contact = "";

    private String means = "";

    private String response = "";

    @Column(name = "passed_by")
    private String passedBy = "";

    protected DelayNotice() {}

    /**
     * @param cause {@code material}, {@code capacity}, {@code equipment}, {@code quality}, {@code design} or {@code other}
     * @param promised the day of delivery that the customer counts on
     * @param delivery the day that follows; the same one when the date holds
     */
    public DelayNotice(OrderNumber order, int number, String cause, String explanation, LocalDate promised, LocalDate delivery) {
        this.id = UUID.randomUUID().toString();
        this.orderNumber = order.value();
        this.number = number;
        this.cause = cause;
        this.explanation = explanation;
        this.promisedOn = promised.toString();
        this.deliveryOn = delivery.toString();
    }

    public void notice(String by, Instant at) {
        noticedBy = by;
        noticedAt = at.toEpochMilli();
    }

    public void acknowledge(String by, Instant at) {
        acknowledgedBy = by;
        acknowledgedAt = at.toEpochMilli();
    }

    /**
     * @param person whom of the customer's
     * @param by what means: {@code phone}, {@code mail}, {@code message}, {@code letter} or {@code meeting}
     * @param said what the customer said
     */
    public void passOn(LocalDate on, String person, String by, String said, String representative) {
        passedOn = on.toString();
        contact = person;
        means = by;
        response = said;
        passedBy = representative;
    }

    public String id() {
        return id;
    }

    public int number() {
        return number;
    }

    public String cause() {
        return cause;
    }

    public String explanation() {
        return explanation;
    }

    public LocalDate promisedOn() {
        return LocalDate.parse(promisedOn);
    }

    public LocalDate deliveryOn() {
        return LocalDate.parse(deliveryOn);
    }

    public String noticedBy() {
        return noticedBy;
    }

    public Instant noticedAt() {
        return Instant.ofEpochMilli(noticedAt);
    }

    public boolean isAcknowledged() {
        return acknowledgedAt > 0;
    }

    public String acknowledgedBy() {
        return acknowledgedBy;
    }

    public boolean isPassedOn() {
        return !passedOn.isEmpty();
    }

    public Optional<LocalDate> passedOn() {
        return passedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(passedOn));
    }

    public String contact() {
        return contact;
    }

    public String means() {
        return means;
    }

    public String response() {
        return response;
    }

    public String passedBy() {
        return passedBy;
    }
}
