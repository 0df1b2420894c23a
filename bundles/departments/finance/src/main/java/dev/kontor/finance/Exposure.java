package dev.kontor.finance;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** What one order adds to its customer's exposure (信用占用): what is not paid of its total, until it is closed. */
@Entity
@Table(name = "finance_exposure")
public class Exposure {

    @Id
    @Column(name = "order_number")
    private String orderNumber;

    private String customer;

    private BigDecimal amount;

    private String currency;

    private BigDecimal paid = BigDecimal.ZERO;

    private int revision;

    private int closed;

    protected Exposure() {}

    public Exposure(Order order) {
        orderNumber = order.number().value();
        count(order);
    }

    /** Exactly what the revision is worth, less than before too. */
    public final void count(Order order) {
        customer = order.customer().value();
        amount = order.total().amount();
        currency = order.currency();
        revision = order.revision();
        closed = 0;
    }

    /** As {@link #count}, but what a revision that nobody has cleared is worth less is not given back. */
    void ask(Order order) {
        boolean less = order.currency().equals(currency) && order.total().amount().compareTo(amount) < 0;
        if (!isOpen() || !less) {
            count(order);
        }
    }

    /** @param sum all that was allocated to the order, in its currency */
    public void pay(Money sum) {
        paid = sum.amount();
    }

    public void close() {
        closed = 1;
    }

    public String orderNumber() {
        return orderNumber;
    }

    public String customer() {
        return customer;
    }

    /** What is not paid of the order's total; never negative. */
    public Money owed() {
        return new Money(amount.subtract(paid).max(BigDecimal.ZERO), currency);
    }

    Money paid() {
        return new Money(paid, currency);
    }

    public boolean isOpen() {
        return closed == 0;
    }
}
