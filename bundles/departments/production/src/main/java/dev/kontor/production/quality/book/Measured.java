package dev.kontor.production.quality.book;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** What an inspection found of one characteristic, with the limits it was judged by. A value outside of them cannot conform. */
@Entity
@Table(name = "production_measured")
public class Measured {

    @Id
    private String id;

    @Column(name = "inspection_id")
    private String inspection;

    private int position;

    private String name;

    private String unit;

    @Column(name = "lower_limit")
    private BigDecimal lower;

    @Column(name = "upper_limit")
    private BigDecimal upper;

    private BigDecimal measured;

    private int conforms;

    protected Measured() {}

    private Measured(String inspection, Characteristic of, boolean conforms) {
        this.id = UUID.randomUUID().toString();
        this.inspection = inspection;
        this.position = of.position();
        this.name = of.name();
        this.unit = of.unit();
        this.lower = of.limits().lower().orElse(null);
        this.upper = of.limits().upper().orElse(null);
        this.conforms = conforms ? 1 : 0;
    }

    /** @param inspection id of an inspection, of a delivery that is inspected, or of the treatment after which it is inspected again */
    public static Measured value(String inspection, Characteristic of, BigDecimal value) {
        Measured measured = new Measured(inspection, of, of.limits().hold(value));
        measured.measured = value;
        return measured;
    }

    /** @param inspection as of {@link #value} */
    public static Measured seen(String inspection, Characteristic of, boolean right) {
        return new Measured(inspection, of, right);
    }

    public String inspection() {
        return inspection;
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

    /** Empty where it was looked at, not measured. */
    public Optional<BigDecimal> measured() {
        return Optional.ofNullable(measured);
    }

    /** Name, value and limits, {@code flatness 0.08 (≤ 0.05 mm)}: the same in every language. */
    public String words() {
        if (measured == null) {
            return name;
        }
        return "%s %s (%s)".formatted(name, Limits.plain(measured), limits().range(unit));
    }

    public boolean conforms() {
        return conforms == 1;
    }
}
