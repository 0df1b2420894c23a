package dev.kontor.logistics.shipment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An order with machines that are finished, passed, and in no shipment yet. */
@Entity
@Table(name = "logistics_ready")
public class ReadyOrder {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private String customer;

    private int machines;

    private long since;

    protected ReadyOrder() {}

    public ReadyOrder(String order, String customer, Instant since) {
        this.orderNumber = order;
        this.customer = customer;
        this.since = since.toEpochMilli();
    }

    public void count(int ready) {
        machines = ready;
    }

    public String order() {
        return orderNumber;
    }

    public String customer() {
        return customer;
    }

    public int machines() {
        return machines;
    }

    public Instant since() {
        return Instant.ofEpochMilli(since);
    }
}
