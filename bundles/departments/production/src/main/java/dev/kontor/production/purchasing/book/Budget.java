package dev.kontor.production.purchasing.book;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** What buying for an order may cost (采购预算), in CNY including value-added tax. */
@Entity
@Table(name = "production_budget")
public class Budget {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private BigDecimal amount;

    private String reason;

    @Column(name = "set_by")
    private String setBy;

    @Column(name = "set_at")
    private long setAt;

    private long version;

    protected Budget() {}

    public Budget(OrderNumber order) {
        this.orderNumber = order.value();
    }

    public void set(Money limit, String why, String by, Instant at) {
        amount = limit.amount();
        reason = why;
        setBy = by;
        setAt = at.toEpochMilli();
        version++;
    }

    public Money amount() {
        return new Money(amount, "CNY");
    }

    public String reason() {
        return reason;
    }

    public String setBy() {
        return setBy;
    }

    public long version() {
        return version;
    }
}
