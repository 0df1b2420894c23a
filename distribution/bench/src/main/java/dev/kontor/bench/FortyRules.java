package dev.kontor.bench;

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
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Forty rules over ten facts: an order and nine limits, of which some are passed. Ten rules fire. */
final class FortyRules {

    static final String SET = "bench/limits";
    static final int RULES = 40;
    static final int LIMITS = 8;
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private FortyRules() {}

    static String drl() {
        StringBuilder drl = new StringBuilder("""
                package bench.limits

                import dev.kontor.api.order.Order
                import dev.kontor.api.rule.*

                """);
        for (int rule = 0; rule < RULES; rule++) {
            drl.append("""
                    rule "limit %1$d"
                    when
                        $limit : Parameter( set == "bench/limits", name == "limit-%2$d" )
                        Order( currency == "CNY", total.amount >= $limit.value, $total : total )
                    then
                        insertLogical( new Conclusion.Check( "limit-%1$d", false, Reason.of("limit-%1$d", $total, $limit.value()), new Clause("4.%1$d") ) );
                    end

                    """.formatted(rule, rule % LIMITS));
        }
        return drl.toString();
    }

    static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        StringBuilder parameters = new StringBuilder("name,value,unit,from,clause\n");
        limits().forEach(limit -> parameters.append("%s,%s,CNY,2020-01-01,4.1%n".formatted(limit.name(), limit.value())));
        StringBuilder texts = new StringBuilder("title=Limits%n".formatted());
        limits().forEach(limit -> texts.append("parameter.%s=Limit%n".formatted(limit.name())));
        IntStream.range(0, RULES).forEach(rule -> texts.append("limit-%d={0} is {1} or more%n".formatted(rule)));
        files.put("limits.drl", drl());
        files.put("parameters.csv", parameters.toString());
        files.put("texts.properties", texts.toString());
        files.put("texts_zh.properties", texts.toString());
        return files;
    }

    /** The order's total is 2,000,000; two of the eight limits are not above it. */
    static List<Parameter> limits() {
        return IntStream.range(0, LIMITS)
                .mapToObj(limit -> new Parameter(
                        SET,
                        "limit-" + limit,
                        BigDecimal.valueOf(1_000_000L + 700_000L * limit),
                        "CNY",
                        LocalDate.of(2020, 1, 1),
                        new Clause("4.1")))
                .toList();
    }

    static List<Record> facts() {
        List<Record> facts = new ArrayList<>(limits());
        facts.add(order());
        facts.add(new Contact("王", "0532", ""));
        return facts;
    }

    static Order order() {
        Money total = Money.cny(2_000_000);
        return new Order(
                OrderNumber.of(2026, 417),
                1,
                new Contract(new ContractNumber("HT-1"), Contract.SALE, "", "", DAY, List.of()),
                new CustomerId("C1"),
                "青岛港",
                new Contact("王", "0532", ""),
                List.of(new OrderLine(
                        1, "CP-1000", "", BigDecimal.ONE, "台", total, BigDecimal.valueOf(13), List.of(), List.of())),
                new PaymentPlan(List.of(new Instalment(1, "advance", total, DueTerm.on(DAY), "transfer", ""))),
                new Delivery(DAY.plusDays(90), "青岛", false),
                List.of(),
                new PersonId("lina"),
                "fair",
                Map.of());
    }
}
