package dev.kontor.aftersales.retrospective;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A retrospective (订单总结分析) of a completed order. Written once, never changed. */
@Entity
@Table(name = "aftersales_retrospective")
public class Retrospective {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "customer_name")
    private String customerName;

    @Column(name = "held_on")
    private String heldOn;

    @Column(name = "held_by")
    private String heldBy;

    @Column(name = "held_at")
    private long heldAt;

    private String departments = "";

    private String participants = "";

    private String feedback = "";

    private String summary = "";

    protected Retrospective() {}

    public Retrospective(Order order, LocalDate on, String by, Instant at) {
        this.orderNumber = order.number().value();
        this.customerName = order.customerName();
        this.heldOn = on.toString();
        this.heldBy = by;
        this.heldAt = at.toEpochMilli();
    }

    /** @param people as they were written down */
    public void attend(List<String> roles, String people) {
        departments = String.join(" ", roles);
        participants = people;
    }

    public void say(String customerSaid, String words) {
        feedback = customerSaid;
        summary = words;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public String customerName() {
        return customerName;
    }

    public LocalDate heldOn() {
        return LocalDate.parse(heldOn);
    }

    public String heldBy() {
        return heldBy;
    }

    public Instant heldAt() {
        return Instant.ofEpochMilli(heldAt);
    }

    /** Whose departments took part. */
    public List<Role> departments() {
        return Stream.of(departments.split(" ")).filter(role -> !role.isEmpty()).map(Role::new).toList();
    }

    public String participants() {
        return participants;
    }

    public String feedback() {
        return feedback;
    }

    public String summary() {
        return summary;
    }
}
