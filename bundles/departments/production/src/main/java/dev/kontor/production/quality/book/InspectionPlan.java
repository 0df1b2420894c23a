package dev.kontor.production.quality.book;

import dev.kontor.api.text.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One version of what is inspected of a model (检验标准); the highest is in force, those before stay for what they judged. */
@Entity
@Table(name = "production_inspection_plan")
public class InspectionPlan {

    /** The kind of a plan by which goods are inspected when they come; its model is the name of the part. */
    public static final String PART = "part";

    @Id
    private String id;

    private String model;

    private String kind;

    private int version;

    private String reason;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private long setAt;

    protected InspectionPlan() {}

    /**
     * @param model empty for every model, or part, that has no plan of its own
     * @param kind word of an {@link InspectionKind}, or {@link #PART}
     */
    public InspectionPlan(String model, String kind, int version, String reason, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.model = model;
        this.kind = kind;
        this.version = version;
        this.reason = reason;
        this.setBy = by;
        this.setAt = at.toEpochMilli();
    }

    public String id() {
        return id;
    }

    public String model() {
        return model;
    }

    /** The models, or the part, that it is for, in words. */
    public Text models() {
        return model.isEmpty() ? Text.of("production.quality.every-" + (kind.equals(PART) ? "part" : "model")) : Text.plain(model);
    }

    /** Word of an {@link InspectionKind}, or {@link #PART}. */
    public String kind() {
        return kind;
    }

    public Text kindWords() {
        return Text.of("production.quality.kind." + kind);
    }

    /** By which one plan is told from another: 52 bits of its id, which no program that reads numbers rounds. */
    public long stamp() {
        return UUID.fromString(id).getMostSignificantBits() >>> 12;
    }

    public int version() {
        return version;
    }

    public String reason() {
        return reason;
    }

    public String setBy() {
        return setBy;
    }

    public Instant setAt() {
        return Instant.ofEpochMilli(setAt);
    }
}
