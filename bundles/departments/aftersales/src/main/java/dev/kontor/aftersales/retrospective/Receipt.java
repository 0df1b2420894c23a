package dev.kontor.aftersales.retrospective;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A retrospective was passed to somebody, and they have read it or not. */
@Entity
@Table(name = "aftersales_receipt")
public class Receipt {

    @Id
    private String id;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "reader_role")
    private String role;

    @Column(name = "read_by")
    private String readBy = "";

    @Column(name = "read_at")
    private long readAt;

    private String remark = "";

    protected Receipt() {}

    public Receipt(OrderNumber order, Role role) {
        this.id = order + " " + role;
        this.orderNumber = order.value();
        this.role = role.value();
    }

    public void read(String by, Instant at, String words) {
        readBy = by;
        readAt = at.toEpochMilli();
        remark = words;
    }

    public Role role() {
        return new Role(role);
    }

    public boolean isRead() {
        return readAt > 0;
    }

    /** Empty until it is read. */
    public String readBy() {
        return readBy;
    }

    /** Empty until it is read. */
    public Optional<Instant> readAt() {
        return isRead() ? Optional.of(Instant.ofEpochMilli(readAt)) : Optional.empty();
    }

    public String remark() {
        return remark;
    }
}
