package dev.kontor.production.plan.book;

import dev.kontor.production.plan.Materials;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.math.BigDecimal;
import java.util.UUID;

/** A material that a plan needs. */
@Entity
@Table(name = "production_material")
public class PlannedMaterial {

    @Id
    private String id;

    private String plan;

    private String need;

    private int line;

    private String name;

    private String specification;

    private BigDecimal quantity;

    private String unit;

    @Column(name = "needed_by")
    private String neededBy;

    protected PlannedMaterial() {}

    public PlannedMaterial(ProductionPlan plan, Materials.Need of) {
        this.id = UUID.randomUUID().toString();
        this.plan = plan.id();
        this.need = of.key();
        this.line = of.line();
        this.name = of.name();
        this.specification = of.specification();
        this.quantity = of.quantity();
        this.unit = of.unit();
        this.neededBy = of.neededBy().toString();
    }

    public Materials.Need need() {
        return new Materials.Need(need, line, name, specification, quantity, unit, LocalDate.parse(neededBy));
    }
}
