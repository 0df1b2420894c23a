package dev.kontor.aftersales.retrospective;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One thing that an order taught: what happened, why, and what should be done better. */
@Entity
@Table(name = "aftersales_point")
public class Point {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    private int position;

    private String matter;

    private String cause;

    private String suggestion;

    private String improvement = "";

    protected Point() {}

    public Point(OrderNumber order, int position, String matter, String cause, String suggestion) {
        this.id = order + "-P" + position;
        this.orderNumber = order.value();
        this.position = position;
        this.matter = matter;
        this.cause = cause;
        this.suggestion = suggestion;
    }

    /** @param subject of the improvement that was made of it */
    public void becomes(String subject) {
        improvement = subject;
    }

    public String matter() {
        return matter;
    }

    public String cause() {
        return cause;
    }

    public String suggestion() {
        return suggestion;
    }

    /** Empty if it stays a suggestion. */
    public String improvement() {
        return improvement;
    }
}
