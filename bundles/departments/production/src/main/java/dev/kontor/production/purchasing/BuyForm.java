package dev.kontor.production.purchasing;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Requisition;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a purchaser fills in: the contract, the supplier, and a price for each material that it covers. */
final class BuyForm {

    static final int MOST_SUPPLIERS = 500;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    private BuyForm() {}

    static Form of(List<Requisition> requested, List<Field.Option> suppliers) {
        List<Field.Option> materials = requested.stream()
                .map(each -> new Field.Option(each.id(), Text.of("production.purchase.wanted", each.words(),
                        each.quantity().stripTrailingZeros().toPlainString(), each.unit(), each.neededOn())))
                .toList();
        return Form.of(
                Text.of("production.purchase.buy-submit"),
                Field.choice("supplier", Text.of("production.purchase.supplier"), suppliers)
                        .withClause("5.2").withHint(Text.of("production.purchase.supplier-hint")),
                Field.longText("reason", Text.of("production.purchase.choice-reason")).withClause("5.2"),
                Field.longText("override", Text.of("production.purchase.override")).optional().withClause("5.2")
                        .withHint(Text.of("production.purchase.override-hint")),
                Field.text("contract", Text.of("production.purchase.contract")).withClause("5.2"),
                Field.file("document", Text.of("production.purchase.document")).withClause("5.2"),
                Field.date("signed-on", Text.of("production.purchase.signed-on")),
                Field.date("due-on", Text.of("production.purchase.due-on")),
                Field.group("lines", Text.of("production.purchase.lines"), List.of(
                                Field.choice("material", Text.of("production.purchase.material"), materials),
                                Field.amount("price", Text.of("production.purchase.price"))))
                        .withHint(Text.of("production.purchase.lines-hint")));
    }

    /** Approved ones first; behind them those that a second person has to allow. */
    static List<Field.Option> options(SupplierBook suppliers, LocalDate today) {
        Set<String> poor = suppliers.poor();
        return Stream.concat(
                        suppliers.approved(today, MOST_SUPPLIERS).stream().map(each -> option(each, poor)),
                        suppliers.unapproved(today, MOST_SUPPLIERS).stream().map(each ->
                                new Field.Option(each.code(), Text.of("production.purchase.supplier-unapproved", each.name()))))
                .toList();
    }

    private static Field.Option option(Supplier each, Set<String> poor) {
        String words = poor.contains(each.code()) ? "production.purchase.supplier-poor" : "production.purchase.supplier-scored";
        return new Field.Option(each.code(), each.score()
                .map(score -> Text.of(words, each.name(), score))
                .orElse(Text.of("production.purchase.supplier-unscored", each.name())));
    }

    static Values standing(List<Requisition> requested) {
        return requested.isEmpty() ? Values.NONE : new Values(Map.of("lines", requested.stream()
                .map(each -> new Values(Map.of("material", each.id())))
                .toList()));
    }

    /** The price of one unit of each material. */
    static Map<Requisition, Money> prices(List<Requisition> requested, Values values) {
        List<Refused.Gap> gaps = new ArrayList<>();
        Map<Requisition, Money> prices = new LinkedHashMap<>();
        List<Values> rows = values.rows("lines");
        for (int place = 0; place < rows.size(); place++) {
            String material = rows.get(place).text("material");
            BigDecimal price = rows.get(place).number("price").orElseThrow();
            Optional<Requisition> wanted = requested.stream().filter(each -> each.id().equals(material)).findFirst();
            if (wanted.isEmpty() || prices.containsKey(wanted.get())) {
                gaps.add(new Refused.Gap("lines[%d].material".formatted(place), Text.of("production.purchase.not-wanted")));
            } else if (price.signum() <= 0 || price.compareTo(MOST) >= 0) {
                gaps.add(new Refused.Gap("lines[%d].price".formatted(place), Text.of("production.purchase.amount-wrong")));
            } else {
                prices.put(wanted.get(), Money.rounded(price, "CNY"));
            }
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return prices;
    }
}
