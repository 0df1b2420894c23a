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

    public final void count(Order order) {
        customer = order.customer().value();
        amount = order.total().amount();
        currency = order.currency();
        revision = order.revision();
        closed = 0;
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
