package dev.kontor.entry.draft;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.order.Acceptance;
import dev.kontor.api.order.Contact;
import dev.kontor.api.order.Contract.SupplementaryAgreement;
import dev.kontor.api.order.Contract;
import dev.kontor.api.order.ContractNumber;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.DeemedAcceptance;
import dev.kontor.api.order.Delivery;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.PaymentPlan;
import dev.kontor.api.people.PersonId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes an order of a draft that {@link Completeness} found nothing wrong with. */
public final class DraftOrder {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Among an order's further fields: the SHA-256 of the contract's file. */
    private static final String CONTRACT_FILE = "entry.contract-file";

    /** What the contract lists beside the acceptance on arrival, by the field that says so. */
    private static final Map<String, Acceptance> ACCEPTANCES =
            Map.of("pre-acceptance", Acceptance.PRE, "final-acceptance", Acceptance.FINAL);

    private final Map<String, String> draft;

    public DraftOrder(Map<String, String> draft) {
        this.draft = draft;
    }

    public Order order(OrderNumber number, int revision, PersonId representative, List<SupplementaryAgreement> agreements) {
        return new Order(
                number,
                revision,
                contract(agreements),
                new CustomerId(text("customer")),
                text("customer-name"),
                new Contact(text("contact-name"), text("contact-phone"), text("contact-email")),
                lines(),
                payment(),
                new Delivery(LocalDate.parse(text("delivery-date")), text("delivery-place"), text("partial").equals("yes")),
                Paths.rows(draft, "terms").stream()
                        .map(row -> new ContractTerm(row.get("kind"), row.get("number"), row.get("words")))
                        .toList(),
                representative,
                text("channel"),
                more());
    }

    private Map<String, String> more() {
        Map<String, String> more = new TreeMap<>();
        more.put(CONTRACT_FILE, text("contract-digest"));
        more.put(Order.ACCEPTANCES, ACCEPTANCES.entrySet().stream()
                .filter(listed -> text(listed.getKey()).equals("yes"))
                .map(listed -> listed.getValue().word())
                .sorted()
                .collect(Collectors.joining(",")));
        more.put(Order.DELIVERED_ON, text("delivered-with"));
        more.put(Order.DRAWN_SIGNATURE, text("drawn-signature").equals("yes") ? "yes" : "");
        more.put(Order.DEEMED_ACCEPTANCE, text("deemed-days").isEmpty()
                ? ""
                : new DeemedAcceptance(new BigDecimal(text("deemed-days")).intValueExact(), text("deemed-unit").equals("working")).written());
        more.values().removeIf(String::isEmpty);
        return more;
    }

    public Contract contract(List<SupplementaryAgreement> agreements) {
        String kind = text("contract-kind").isEmpty() ? Contract.SALE : text("contract-kind");
        return new Contract(new ContractNumber(text("contract-number")), kind, text("call-off"), text("customer-number"),
                LocalDate.parse(text(text("signed-on").isEmpty() ? "planned-on" : "signed-on")), agreements);
    }

    public Money total() {
        return lines().stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }

    public PaymentPlan payment() {
        List<Map<String, String>> rows = Paths.rows(draft, "payment");
        List<Money> amounts = amounts(rows);
        List<Instalment> instalments = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            instalments.add(new Instalment(
                    i + 1, row.get("kind"), amounts.get(i), new DueCells(row).term(), row.get("means"), row.getOrDefault("payer", "")));
        }
        return new PaymentPlan(instalments);
    }

    /** What is lost in rounding percents belongs to the last instalment. */
    private List<Money> amounts(List<Map<String, String>> rows) {
        Money total = total();
        List<Money> amounts = new ArrayList<>();
        BigDecimal percents = BigDecimal.ZERO;
        for (Map<String, String> row : rows) {
            if (row.containsKey("amount")) {
                amounts.add(new Money(new BigDecimal(row.get("amount")).setScale(2, RoundingMode.UNNECESSARY), total.currency()));
            } else {
                BigDecimal percent = new BigDecimal(row.get("percent"));
                percents = percents.add(percent);
                amounts.add(total.times(percent.divide(HUNDRED)));
            }
        }
        boolean inPercents = rows.stream().noneMatch(row -> row.containsKey("amount"));
        if (inPercents && percents.compareTo(HUNDRED) == 0) {
            int last = amounts.size() - 1;
            Money others = amounts.subList(0, last).stream().reduce(Money.zero(total.currency()), Money::plus);
            amounts.set(last, total.minus(others));
        }
        return amounts;
    }

    public List<OrderLine> lines() {
        List<Map<String, String>> rows = Paths.rows(draft, "lines");
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            lines.add(new OrderLine(
                    i + 1,
                    row.get("model"),
                    row.get("name"),
                    new BigDecimal(row.get("quantity")),
                    row.get("unit"),
                    new Money(new BigDecimal(row.get("price")).stripTrailingZeros(), text("currency")),
                    new BigDecimal(row.get("tax")),
                    Technical.parameters(row.getOrDefault("parameters", "")),
                    Technical.accessories(row.getOrDefault("accessories", ""))));
        }
        return lines;
    }

    private String text(String path) {
        return draft.getOrDefault(path, "").strip();
    }
}
