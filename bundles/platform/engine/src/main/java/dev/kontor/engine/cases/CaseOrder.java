package dev.kontor.engine.cases;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.Contact;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.ContractTerm;
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
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order in a case: a plain, complete one, but for what the case says. Beside an order's own fields it may say
 * {@code total}, {@code currency} (one line at that price), {@code signedOn} and {@code instalments}.
 */
final class CaseOrder {

    private static final String[] SHORT = {"total", "currency", "signedOn", "instalments", "lines"};
    private static final List<Integer> SHARES = List.of(30, 60, 10);

    private final CaseFacts facts;

    CaseOrder(CaseFacts facts) {
        this.facts = facts;
    }

    Order order(Yaml.Fields fields) {
        String currency = fields.text("currency", "CNY");
        Money total = fields.get("total").isPresent()
                ? ((Money) facts.value(Money.class, currencyOf(fields, currency), Optional.empty()))
                : new Money(BigDecimal.valueOf(500_000), currency);
        List<OrderLine> lines = fields.get("lines").map(yaml -> lines(yaml, total)).orElse(List.of(line(1, total)));
        Money sum = lines.stream().map(OrderLine::total).reduce(Money::plus).orElse(total);
        PaymentPlan payment = new PaymentPlan(instalments(fields.get("instalments"), sum));
        Order plain = plain(fields, lines, payment);
        return (Order) facts.record(Order.class, CaseFacts.without(fields, SHORT), Optional.of(plain));
    }

    private static Yaml currencyOf(Yaml.Fields fields, String currency) {
        Yaml given = fields.get("total").orElseThrow();
        return given instanceof Yaml.Scalar scalar && !scalar.text().contains(" ")
                ? new Yaml.Scalar(currency + " " + scalar.text(), scalar.line())
                : given;
    }

    private Order plain(Yaml.Fields fields, List<OrderLine> lines, PaymentPlan payment) {
        java.time.LocalDate signedOn = fields.get("signedOn")
                .map(yaml -> (java.time.LocalDate) facts.value(java.time.LocalDate.class, yaml, Optional.empty()))
                .orElse(facts.day());
        Contract contract = new Contract(new ContractNumber("HT-2026-001"), Contract.SALE, "", "", signedOn, List.of());
        return new Order(
                new OrderNumber("SO-2026-00001"), 1, contract, new CustomerId("C-0001"), "Huadong Machinery",
                new Contact("Wang Wei", "021-55550000", "wang@example.com"), lines, payment,
                new Delivery(facts.day().plusMonths(6), "Shanghai", false),
                List.of(new ContractTerm("exemption", "8", "Force majeure."), new ContractTerm("breach", "9", "0.05 % a day.")),
                new PersonId("lina"), "referral", Map.of());
    }

    private static OrderLine line(int position, Money price) {
        return new OrderLine(
                position, "CNC-500", "Machining centre", BigDecimal.ONE, "set", price, BigDecimal.valueOf(13), List.of(), List.of());
    }

    private List<OrderLine> lines(Yaml yaml, Money total) {
        if (!(yaml instanceof Yaml.Items items)) {
            throw new Yaml.Wrong(yaml.line(), "lines: […]");
        }
        List<OrderLine> lines = new ArrayList<>();
        for (Yaml item : items.items()) {
            OrderLine base = line(lines.size() + 1, total);
            lines.add((OrderLine) facts.record(OrderLine.class, CaseFacts.fields(item), Optional.of(base)));
        }
        return lines;
    }

    private List<Instalment> instalments(Optional<Yaml> yaml, Money total) {
        List<Yaml> items = new ArrayList<>();
        if (yaml.isPresent() && yaml.get() instanceof Yaml.Items given) {
            items.addAll(given.items());
        } else {
            SHARES.forEach(share -> items.add(new Yaml.Scalar(share.toString(), 0)));
        }
        List<Instalment> made = new ArrayList<>();
        BigDecimal share = BigDecimal.ZERO;
        Money paid = Money.zero(total.currency());
        for (int i = 0; i < items.size(); i++) {
            Yaml.Fields fields = items.get(i) instanceof Yaml.Fields given
                    ? given
                    : new Yaml.Fields(Map.of("percent", items.get(i)), items.get(i).line());
            BigDecimal percent = new BigDecimal(fields.text("percent", "0"));
            share = share.add(percent);
            boolean rest = i == items.size() - 1 && share.compareTo(BigDecimal.valueOf(100)) == 0;
            Money amount = rest ? total.minus(paid) : total.times(percent.divide(BigDecimal.valueOf(100), 12, RoundingMode.HALF_UP));
            Instalment base = new Instalment(i + 1, kind(i, items.size()), amount, due(i, items.size()), "transfer", "");
            Instalment one = (Instalment) facts.record(Instalment.class, CaseFacts.without(fields, "percent"), Optional.of(base));
            paid = paid.plus(one.amount());
            made.add(one);
        }
        return made;
    }

    private static String kind(int i, int count) {
        return i == 0 ? "advance" : i == count - 1 && count > 2 ? "retention" : "before-dispatch";
    }

    private static DueTerm due(int i, int count) {
        return i == 0
                ? DueTerm.after("contract-in-force", 0, 10)
                : i == count - 1 && count > 2 ? DueTerm.after("acceptance", 12, 0) : DueTerm.after("dispatch", 0, 0);
    }
}
