package dev.kontor.finance.invoice;

import dev.kontor.api.order.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** What an invoice says at one rate. */
@Entity
@Table(name = "finance_invoice_rate")
public class InvoiceRate {

    @Id
    private String id;

    private String invoice;

    @Column(name = "order_number")
    private String orderNumber;

    private BigDecimal rate;

    private BigDecimal net;

    private BigDecimal tax;

    protected InvoiceRate() {}

    InvoiceRate(Invoice of, Tax part) {
        id = UUID.randomUUID().toString();
        invoice = of.id();
        orderNumber = of.order();
        rate = part.rate();
        net = part.net().amount();
        tax = part.tax().amount();
    }

    String invoice() {
        return invoice;
    }

    Tax part(String currency) {
        return new Tax(rate, new Money(net, currency), new Money(tax, currency));
    }
}
