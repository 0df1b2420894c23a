package dev.kontor.archive.book;

import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A volume (案卷): the order's own, or a supplementary one. Never changed once it is filed. */
@Entity
@Table(name = "archive_volume")
public class Volume {

    @Id
    private String id;

    private String code;
    private String series;
    private long running;

    @Column(name = "order_number")
    private String orderNumber;

    private int part;

    @Column(name = "class_code")
    private String classCode;

    private String period;

    @Column(name = "archive_year")
    private int year;

    private String contract;
    private String customer;

    @Column(name = "customer_name")
    private String customerName;

    private String remarks;

    @Column(name = "filed_by")
    private String filedBy;

    @Column(name = "filed_at")
    private long filedAt;

    protected Volume() {}

    /** @param part 1 for the order's own volume, 2 and more for supplementary ones */
    public Volume(Order order, int part, ArchivalCode code, String remarks) {
        this.id = UUID.randomUUID().toString();
        this.code = code.toString();
        this.series = code.series().toString();
        this.running = code.running();
        this.orderNumber = order.number().value();
        this.part = part;
        this.classCode = code.series().classCode();
        this.period = code.series().period();
        this.year = code.series().year();
        this.contract = order.contract().number().written();
        this.customer = order.customer().value();
        this.customerName = order.customerName();
        this.remarks = remarks;
    }

    public void file(PersonId by, Instant at) {
        filedBy = by.value();
        filedAt = at.toEpochMilli();
    }

    public String id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String series() {
        return series;
    }

    public long running() {
        return running;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public int part() {
        return part;
    }

    public String classCode() {
        return classCode;
    }

    /** {@code Y} for ever, {@code D30} thirty years. */
    public String period() {
        return period;
    }

    public int year() {
        return year;
    }

    public String contract() {
        return contract;
    }

    public String customer() {
        return customer;
    }

    public String customerName() {
        return customerName;
    }

    public String remarks() {
        return remarks;
    }

    public PersonId filedBy() {
        return new PersonId(filedBy);
    }

    public Instant filedAt() {
        return Instant.ofEpochMilli(filedAt);
    }
}
