package dev.kontor.logistics.shipment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How many machines of an order are finished, passed, and in no shipment yet. */
@Entity
@Table(name = "logistics_ready")
public class ReadyOrder {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private String customer;

    private int machines;

    private int rounds;

    private long since;

    protected ReadyOrder() {}

    public ReadyOrder(String order, String customer) {
        this.orderNumber = order;
        this.customer = customer;
    }

    /** So many machines wait, 0 for none; a new round begins when there was none before. */
    public void count(int ready, Instant now) {
        if (machines == 0 && ready > 0) {
            rounds++;
            since = now.toEpochMilli();
        }
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

    /** How often machines have waited, this time included. */
    public int rounds() {
        return rounds;
    }

    public Instant since() {
        return Instant.ofEpochMilli(since);
    }
}
