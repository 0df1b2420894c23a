package dev.kontor.production.purchasing.book;

import dev.kontor.api.order.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** What of a requisition is bought, and at which price. */
@Entity
@Table(name = "production_purchase_line")
public class PurchaseLine {

    @Id
    private String id;

    @Column(name = "purchase_id")
    private String purchase;

    @Column(name = "requisition_id")
    private String requisition;

    private int position;

    private String name;

    private BigDecimal quantity;

    private String unit;

    private BigDecimal price;

    protected PurchaseLine() {}

    /** @param price of one unit, including value-added tax */
    public PurchaseLine(Purchase purchase, Requisition of, int position, Money price) {
        this.id = UUID.randomUUID().toString();
        this.purchase = purchase.id();
        this.requisition = of.id();
        this.position = position;
        this.name = of.words();
        this.quantity = of.quantity();
        this.unit = of.unit();
        this.price = price.amount();
    }

    public String id() {
        return id;
    }

    public String requisition() {
        return requisition;
    }

    public String name() {
        return name;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public String unit() {
        return unit;
    }

    public Money price() {
        return new Money(price, "CNY");
    }
}
