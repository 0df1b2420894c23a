package dev.kontor.kernel.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Field.Kind;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Reconsiderations.Sheet;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.rule.FactTexts.Full;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values of a decision's facts that can be changed to see what would be decided: numbers, amounts, days, yes or no, words,
 * each a field of a form. A fact is changed in the JSON that it is kept as. Values inside of other values stay as they are,
 * except for what of an order people ask about.
 */
final class FactSheet {

    static final String VERSIONS = "versions";
    static final String CITED = "cited";
    static final String ACTIVE = "active";

    private static final int LONGEST_LINE = 200;
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final List<Full> facts;
    private final List<Cell> cells = new ArrayList<>();

    /**
     * A value that can be changed.
     *
     * @param fact its place among the facts
     * @param as what it is called within its fact
     * @param path where it stands in the fact's JSON
     * @param whole whether it is a whole number
     * @param value as it stands; {@code yes} or {@code no}
     * @param options what it can be, where that is listed
     */
    private record Cell(int fact, String type, String as, List<String> path, Kind kind, boolean whole, String value, String currency,
            List<String> options) {

        Cell(int fact, String type, String as, List<String> path, Kind kind, String value) {
            this(fact, type, as, path, kind, false, value, "", List.of());
        }

        String name() {
            return "f" + fact + "-" + as;
        }

        String called() {
            return type + "." + as;
        }

        Field field() {
            return new Field(name(), FactNumbers.label(called()), kind, false, hint(), "",
                    options.stream().map(each -> new Field.Option(each, Text.plain(each))).toList(), List.of(), "");
        }

        private Text hint() {
            return currency.isEmpty() ? Text.plain("") : Text.plain(currency);
        }
    }

    FactSheet(List<Full> facts, List<? extends Record> records) {
        this.facts = facts;
        for (int i = 0; i < records.size(); i++) {
            cells.addAll(cells(i, records.get(i)));
        }
    }

    private List<Cell> cells(int place, Record record) {
        if (record instanceof Order order) {
            String type = "Order";
            return List.of(
                    new Cell(place, type, "total", List.of("total"), Kind.AMOUNT, false, order.total().amount().toPlainString(), order.currency(), List.of()),
                    new Cell(place, type, "contract", List.of("contract", "signedOn"), Kind.DATE, order.contract().signedOn().toString()),
                    new Cell(place, type, "kind", List.of("contract", "kind"), Kind.TEXT, order.contract().kind()),
                    new Cell(place, type, "delivery", List.of("delivery", "date"), Kind.DATE, order.delivery().date().toString()),
                    new Cell(place, type, "partial", List.of("delivery", "partialAllowed"), Kind.YES_NO, order.delivery().partialAllowed() ? "yes" : "no"),
                    new Cell(place, type, "channel", List.of("channel"), Kind.TEXT, order.channel()));
        }
        JsonNode json = Canonical.tree(facts.get(place).value());
        return Arrays.stream(record.getClass().getRecordComponents())
                .flatMap(component -> cell(place, record.getClass(), component, json.path(component.getName())).stream())
                .toList();
    }

    private static Optional<Cell> cell(int place, Class<?> type, RecordComponent component, JsonNode value) {
        Class<?> kind = component.getType();
        String name = component.getName();
        String owner = type.getSimpleName();
        String text = value.asText();
        if (kind == Money.class) {
            return Optional.of(new Cell(place, owner, name, List.of(name, "amount"), Kind.AMOUNT, false,
                    value.path("amount").asText(), value.path("currency").asText(), List.of()));
        }
        if (kind == boolean.class) {
            return Optional.of(new Cell(place, owner, name, List.of(name), Kind.YES_NO, value.asBoolean() ? "yes" : "no"));
        }
        if (kind.isEnum()) {
            List<String> all = Arrays.stream(kind.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
            return Optional.of(new Cell(place, owner, name, List.of(name), Kind.CHOICE, false, text, "", all));
        }
        boolean whole = kind == int.class || kind == long.class;
        if (whole || kind == BigDecimal.class) {
            return Optional.of(new Cell(place, owner, name, List.of(name), Kind.NUMBER, whole, text, "", List.of()));
        }
        if (kind == LocalDate.class || kind == String.class) {
            Kind as = kind == LocalDate.class || text.matches(DAY) ? Kind.DATE : text.length() > LONGEST_LINE ? Kind.LONG_TEXT : Kind.TEXT;
            return Optional.of(new Cell(place, owner, name, List.of(name), as, text));
        }
        return Optional.empty();
    }

    /**
     * A number of a fact.
     *
     * @param currency empty where it is no amount
     * @param step the smallest difference that it can have
     * @param with the facts with another value in its place
     */
    record Number(Text fact, Text field, BigDecimal value, String currency, BigDecimal step, Function<BigDecimal, List<Record>> with) {

        /** @throws Refused when the fact cannot have the value */
        List<Record> at(BigDecimal other) {
            return with.apply(other);
        }
    }

    /** Days, yes or no and texts are none. */
    List<Number> numbers(FactTexts texts) {
        return cells.stream()
                .filter(cell -> cell.kind() == Kind.NUMBER || cell.kind() == Kind.AMOUNT)
                .map(cell -> new Number(FactNumbers.label(cell.type()), FactNumbers.label(cell.called()), new BigDecimal(cell.value()), cell.currency(),
                        cell.whole() ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(2),
                        other -> changed(new Values(Map.of(cell.name(), other.toPlainString())), texts)))
                .toList();
    }

    Sheet sheet() {
        List<Form.Section> sections = new ArrayList<>();
        sections.add(new Form.Section(Text.plain(""), List.of(Field.choice(VERSIONS, Text.of("kernel.what-if.versions"), List.of(
                new Field.Option(CITED, Text.of("kernel.what-if.cited")), new Field.Option(ACTIVE, Text.of("kernel.what-if.active")))))));
        Map<String, Object> stand = new HashMap<>(Map.of(VERSIONS, CITED));
        for (int i = 0; i < facts.size(); i++) {
            int place = i;
            List<Cell> own = cells.stream().filter(cell -> cell.fact() == place).toList();
            if (!own.isEmpty()) {
                sections.add(new Form.Section(FactNumbers.label(own.get(0).type()), own.stream().map(Cell::field).toList()));
                own.forEach(cell -> stand.put(cell.name(), cell.value()));
            }
        }
        return new Sheet(new Form(sections, Text.of("kernel.what-if.look")), new Values(stand));
    }

    /**
     * @param values checked against the form
     * @throws Refused {@code INVALID} at each value that the fact cannot have
     */
    List<Record> changed(Values values, FactTexts texts) {
        List<Refused.Gap> gaps = new ArrayList<>();
        List<Record> changed = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            int place = i;
            List<Cell> other = cells.stream().filter(cell -> cell.fact() == place && differs(cell, values)).toList();
            changed(facts.get(i), other, values, texts, gaps).ifPresent(changed::add);
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
        return changed;
    }

    private static boolean differs(Cell cell, Values values) {
        if (!values.has(cell.name())) {
            return false;
        }
        return cell.kind() == Kind.NUMBER || cell.kind() == Kind.AMOUNT
                ? values.number(cell.name()).orElseThrow().compareTo(new BigDecimal(cell.value())) != 0
                : !values.text(cell.name()).equals(cell.value());
    }

    private static Optional<Record> changed(Full fact, List<Cell> other, Values values, FactTexts texts, List<Refused.Gap> gaps) {
        ObjectNode json = (ObjectNode) Canonical.tree(fact.value());
        int before = gaps.size();
        other.forEach(cell -> set(json, cell, values.text(cell.name()), gaps));
        try {
            return gaps.size() > before ? Optional.empty() : Optional.of(texts.fact(new Full(fact.type(), json.toString(), true)));
        } catch (IllegalArgumentException impossible) {
            other.forEach(cell -> gaps.add(new Refused.Gap(cell.name(), Text.of("kernel.what-if.impossible"))));
            return Optional.empty();
        }
    }

    private static void set(ObjectNode json, Cell cell, String value, List<Refused.Gap> gaps) {
        String last = cell.path().get(cell.path().size() - 1);
        if (cell.type().equals("Order") && last.equals("total")) {
            oneLine(json, value);
            return;
        }
        ObjectNode inside = json;
        for (String name : cell.path().subList(0, cell.path().size() - 1)) {
            inside = (ObjectNode) inside.path(name);
        }
        if (cell.kind() == Kind.YES_NO) {
            inside.put(last, value.equals("yes"));
        } else if (!cell.whole()) {
            inside.put(last, value);
        } else {
            try {
                inside.put(last, new BigDecimal(value).intValueExact());
            } catch (ArithmeticException notWhole) {
                gaps.add(new Refused.Gap(cell.name(), Text.of("kernel.what-if.whole")));
            }
        }
    }

    /** An order's total is that of its lines: another one is had with the first line alone, one piece at that price. */
    private static void oneLine(ObjectNode order, String total) {
        ObjectNode line = (ObjectNode) order.path("lines").get(0);
        line.put("quantity", "1");
        ((ObjectNode) line.path("unitPrice")).put("amount", total);
        ArrayNode lines = order.putArray("lines");
        lines.add(line);
    }
}
