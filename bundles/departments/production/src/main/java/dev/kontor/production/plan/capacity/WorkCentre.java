package dev.kontor.production.plan.capacity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** Where operations are carried out (工作中心), and how many hours of work it does on a working day. */
@Entity
@Table(name = "production_centre")
public class WorkCentre {

    @Id
    private String code;

    private String name;

    private BigDecimal capacity;

    private int closed;

    private long version;

    protected WorkCentre() {}

    public WorkCentre(String code) {
        this.code = code;
    }

    /** @param hours a working day, over all its places and shifts */
    public void set(String newName, BigDecimal hours, boolean takesNoMore) {
        name = newName;
        capacity = hours;
        closed = takesNoMore ? 1 : 0;
        version++;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public BigDecimal capacity() {
        return capacity;
    }

    /** No new plan may use it; what was planned stays. */
    public boolean isClosed() {
        return closed == 1;
    }

    public long version() {
        return version;
    }
}
