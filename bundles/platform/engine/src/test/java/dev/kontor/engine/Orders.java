package dev.kontor.engine;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.Contact;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.Delivery;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.PaymentPlan;
import dev.kontor.api.people.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Plain orders. */
public final class Orders {

    private Orders() {}

    public static Order of(long total) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        Money price = Money.cny(total);
        return new Order(
                OrderNumber.of(2026, 1), 1, new Contract(new ContractNumber("HT-1"), Contract.SALE, "", "", day, List.of()),
                new CustomerId("C-1"), "Huadong", new Contact("Wang", "", ""),
                List.of(new OrderLine(1, "CNC", "CNC", BigDecimal.ONE, "set", price, BigDecimal.valueOf(13), List.of(), List.of())),
                new PaymentPlan(List.of(new Instalment(1, "advance", price, DueTerm.on(day), "transfer", ""))),
                new Delivery(day, "Shanghai", false), List.of(), new PersonId("lina"), "referral", Map.of());
    }
}
