package dev.kontor.supervision.audit;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An order that an audit looks at. */
@Entity
@Table(name = "supervision_sample")
public class Sample {

    @Id
    private String id;

    @Column(name = "audit_id")
    private String audit;

    @Column(name = "order_number")
    private String order;

    private int place;

    private String decision = "";

    private String remarks = "";

    @Column(name = "inspected_by")
    private String inspectedBy = "";

    @Column(name = "inspected_at")
    private long inspectedAt;

    @Column(name = "replaced_why")
    private String replacedWhy = "";

    @Column(name = "replaced_by")
    private String replacedBy = "";

    protected Sample() {}

    public Sample(Audit audit, OrderNumber order, int place) {
        this.id = UUID.randomUUID().toString();
        this.audit = audit.id();
        this.order = order.value();
        this.place = place;
    }

    /** @param by the decision that holds what was observed and found */
    public void inspect(String by, String words, PersonId inspector, Instant at) {
        decision = by;
        remarks = words;
        inspectedBy = inspector.value();
        inspectedAt = at.toEpochMilli();
    }

    /** Nobody can inspect it independently: another order was drawn instead, if there was one. */
    public void replace(String why, PersonId by) {
        replacedWhy = why;
        replacedBy = by.value();
    }

    public boolean isReplaced() {
        return !replacedBy.isEmpty();
    }

    /** Whether nothing is to be done about it any more. */
    public boolean isSettled() {
        return isInspected() || isReplaced();
    }

    public boolean isInspected() {
        return inspectedAt > 0;
    }

    public String id() {
        return id;
    }

    public String audit() {
        return audit;
    }

    public OrderNumber order() {
        return new OrderNumber(order);
    }

    public String decision() {
        return decision;
    }

    public String remarks() {
        return remarks;
    }

    public String replacedWhy() {
        return replacedWhy;
    }

    public String replacedBy() {
        return replacedBy;
    }

    public String inspectedBy() {
        return inspectedBy;
    }
}
