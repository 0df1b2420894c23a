package dev.kontor.production.quality.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
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

    @Column(name = "recorded_at")
    private long recordedAt;

    protected BuiltIn() {}

    /** @param batch the supplier's batch, or the component's own serial number */
    public BuiltIn(Inspection inspection, String name, String supplier, String batch, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.inspection = inspection.id();
        this.serial = inspection.serial();
        this.name = name;
        this.supplier = supplier;
        this.batch = batch;
        this.batchKey = key(batch);
        this.recordedAt = at.toEpochMilli();
    }

    /** The form in which case, spaces and full-width characters make no difference. */
    public static String key(String batch) {
        return Normalizer.normalize(batch, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\s]", "").toUpperCase(Locale.ROOT);
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
