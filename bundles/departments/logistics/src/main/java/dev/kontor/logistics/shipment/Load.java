package dev.kontor.logistics.shipment;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** One machine of a shipment. */
@Entity
@Table(name = "logistics_load")
public class Load {

    @Id
    private String id;

    @Column(name = "shipment_id")
    private String shipmentId;

    @Column(name = "order_number")
    private String orderNumber;

    private String serial;

    private int line;

    private String model;

    private BigDecimal quantity;

    protected Load() {}

    public Load(Shipment shipment, Machine machine) {
        this.id = UUID.randomUUID().toString();
        this.shipmentId = shipment.id();
        this.orderNumber = machine.order().value();
        this.serial = machine.serial().value();
        this.line = machine.line();
        this.model = machine.model();
        this.quantity = machine.quantity();
    }

    public String shipment() {
        return shipmentId;
    }

    public SerialNumber serial() {
        return new SerialNumber(serial);
    }

    /** Position of the order's line. */
    public int line() {
        return line;
    }

    public String model() {
        return model;
    }

    public BigDecimal quantity() {
        return quantity;
    }
}
