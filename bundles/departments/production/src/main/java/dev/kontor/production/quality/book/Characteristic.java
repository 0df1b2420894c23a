package dev.kontor.production.quality.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** What is measured, or looked at, of a machine, and its limits (特性). */
@Entity
@Table(name = "production_characteristic")
public class Characteristic {

    @Id
    private String id;

    @Column(name = "plan_id")
    private String plan;

    private int position;

    private String name;

    private String unit;

    @Column(name = "lower_limit")
    private BigDecimal lower;

    @Column(name = "upper_limit")
    private BigDecimal upper;

    protected Characteristic() {}

    public Characteristic(InspectionPlan plan, int position, String name, String unit, Limits limits) {
        this.id = UUID.randomUUID().toString();
        this.plan = plan.id();
        this.position = position;
        this.name = name;
        this.unit = unit;
        this.lower = limits.lower().orElse(null);
        this.upper = limits.upper().orElse(null);
    }

    public int position() {
        return position;
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public Limits limits() {
        return new Limits(Optional.ofNullable(lower), Optional.ofNullable(upper));
    }
}
