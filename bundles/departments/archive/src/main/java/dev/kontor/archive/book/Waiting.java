package dev.kontor.archive.book;

import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** An order with documents that no volume holds, because something is missing beside them. */
@Entity
@Table(name = "archive_waiting")
public class Waiting {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private int documents;
    private String since;

    protected Waiting() {}

    Waiting(OrderNumber order, LocalDate on) {
        this.orderNumber = order.value();
        this.since = on.toString();
    }

    void count(int unfiled) {
        documents = unfiled;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    /** How many there were when the order was last looked at. */
    public int documents() {
        return documents;
    }

    public LocalDate since() {
        return LocalDate.parse(since);
    }
}
