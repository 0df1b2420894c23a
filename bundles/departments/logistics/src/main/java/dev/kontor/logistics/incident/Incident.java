package dev.kontor.logistics.incident;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.logistics.shipment.Shipment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A shipment is late, damaged or lost on its way. */
@Entity
@Table(name = "logistics_incident")
public class Incident {

    public static final String DELAY = "delay";
    public static final String DAMAGE = "damage";
    public static final String LOSS = "loss";

    @Id
    private String id;

    @Column(name = "shipment_id")
    private String shipmentId;

    @Column(name = "order_number")
    private String orderNumber;

    private int number;

    private String kind;

    private String words;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "reported_at")
    private long reportedAt;

    private String resolution = "";

    @Column(name = "closed_by")
    private String closedBy = "";

    @Column(name = "closed_at")
    private long closedAt;

    protected Incident() {}

    /** @param kind {@link #DELAY}, {@link #DAMAGE} or {@link #LOSS} */
    public Incident(Shipment shipment, int number, String kind, String words, OrderFile file) {
        this.id = UUID.randomUUID().toString();
        this.shipmentId = shipment.id();
        this.orderNumber = shipment.order().value();
        this.number = number;
        this.kind = kind;
        this.words = words;
        this.reportedBy = file.actor().id().value();
        this.reportedAt = file.now().toEpochMilli();
    }

    public void close(String how, OrderFile file) {
        resolution = how;
        closedBy = file.actor().id().value();
        closedAt = file.now().toEpochMilli();
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

    public String kind() {
        return kind;
    }

    public String words() {
        return words;
    }

    public String reportedBy() {
        return reportedBy;
    }

    public Instant reportedAt() {
        return Instant.ofEpochMilli(reportedAt);
    }

    public boolean isOpen() {
        return closedAt == 0;
    }

    public String resolution() {
        return resolution;
    }

    public String closedBy() {
        return closedBy;
    }
}
