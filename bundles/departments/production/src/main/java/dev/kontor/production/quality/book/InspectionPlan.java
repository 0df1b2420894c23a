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

    /** @param model empty for every model that has no plan of its own */
    public InspectionPlan(String model, InspectionKind kind, int version, String reason, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.model = model;
        this.kind = kind.word();
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

    /** The models that it is for, in words. */
    public Text models() {
        return model.isEmpty() ? Text.of("production.quality.every-model") : Text.plain(model);
    }

    public InspectionKind kind() {
        return InspectionKind.of(kind);
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
