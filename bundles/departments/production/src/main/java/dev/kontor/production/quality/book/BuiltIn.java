package dev.kontor.production.quality.book;

import dev.kontor.production.purchasing.book.Batch;
import dev.kontor.production.purchasing.book.Delivery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A component that an inspection found in a machine, or meant for it: who supplied it and from which batch. */
@Entity
@Table(name = "production_component")
public class BuiltIn {

    @Id
    private String id;

    @Column(name = "inspection_id")
    private String inspection;

    private String serial;

    private String name;

    private String supplier;

    private String batch;

    @Column(name = "batch_key")
    private String batchKey;

    @Column(name = "delivery_id")
    private String delivery = "";

    @Column(name = "recorded_at")
    private long recordedAt;

    protected BuiltIn() {}

    /** @param of from whose batch it is, or whose own serial number stands for one */
    public BuiltIn(Inspection inspection, Delivery of, String supplier, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.inspection = inspection.id();
        this.serial = inspection.serial();
        this.name = of.material();
        this.supplier = supplier;
        this.batch = of.batch();
        this.batchKey = Batch.key(of.batch());
        this.delivery = of.id();
        this.recordedAt = at.toEpochMilli();
    }

    /** Id of the delivery with which it came; empty of what was typed before deliveries were inspected. */
    public String delivery() {
        return delivery;
    }

    public String id() {
        return id;
    }

    public String inspection() {
        return inspection;
    }

    public String serial() {
        return serial;
    }

    public String name() {
        return name;
    }

    public String supplier() {
        return supplier;
    }

    public String batch() {
        return batch;
    }

    public String batchKey() {
        return batchKey;
    }

    public Instant recordedAt() {
        return Instant.ofEpochMilli(recordedAt);
    }
}
