package dev.kontor.aftersales.improvement;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Something to be done better. Open until somebody else has seen that it was done; done again until they have. */
@Entity
@Table(name = "aftersales_improvement")
public class Improvement {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private String customer;

    private String subject;

    private String origin;

    private String what;

    @Column(name = "owner_role")
    private String owner;

    @Column(name = "due_on")
    private String dueOn;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "planned_at")
    private long plannedAt;

    private int attempt = 1;

    @Column(name = "is_open")
    private int open = 1;

    private String done = "";

    @Column(name = "done_by")
    private String doneBy = "";

    @Column(name = "done_on")
    private String doneOn = "";

    @Column(name = "verified_by")
    private String verifiedBy = "";

    @Column(name = "verified_on")
    private String verifiedOn = "";

    private String remarks = "";

    protected Improvement() {}

    /**
     * @param subject by which it is known within the order, {@code I1} or {@code V1-service}
     * @param origin {@code visit}, {@code retrospective} or {@code proposal}
     */
    public Improvement(Order order, String subject, String origin, String what, Role owner) {
        this.id = order.number() + "-" + subject;
        this.orderNumber = order.number().value();
        this.customer = order.customer().value();
        this.subject = subject;
        this.origin = origin;
        this.what = what;
        this.owner = owner.value();
    }

    public void plan(LocalDate due, String by, Instant at) {
        dueOn = due.toString();
        plannedBy = by;
        plannedAt = at.toEpochMilli();
    }

    public void finish(String how, String by, LocalDate on) {
        done = how;
        doneBy = by;
        doneOn = on.toString();
    }

    public void verify(String words, String by, LocalDate on) {
        remarks = words;
        verifiedBy = by;
        verifiedOn = on.toString();
        open = 0;
    }

    /** It was not done well enough. */
    public void again(String words, LocalDate due) {
        remarks = words;
        dueOn = due.toString();
        doneOn = "";
        attempt++;
    }

    public String id() {
        return id;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public String subject() {
        return subject;
    }

    /** As the task is called in which somebody looks at what was done this time. */
    public String verification() {
        return subject + "." + attempt;
    }

    public String origin() {
        return origin;
    }

    public String what() {
        return what;
    }

    public Role owner() {
        return new Role(owner);
    }

    public LocalDate dueOn() {
        return LocalDate.parse(dueOn);
    }

    public Instant plannedAt() {
        return Instant.ofEpochMilli(plannedAt);
    }

    public boolean isOpen() {
        return open == 1;
    }

    public boolean isDone() {
        return !doneOn.isEmpty();
    }

    public boolean isLate(LocalDate today) {
        return isOpen() && !isDone() && dueOn().isBefore(today);
    }

    public String done() {
        return done;
    }

    public String doneBy() {
        return doneBy;
    }

    public String verifiedBy() {
        return verifiedBy;
    }

    /** Empty while it is open. */
    public Optional<LocalDate> verifiedOn() {
        return verifiedOn.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(verifiedOn));
    }

    public String remarks() {
        return remarks;
    }
}
