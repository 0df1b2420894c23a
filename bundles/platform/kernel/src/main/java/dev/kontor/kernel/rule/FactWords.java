package dev.kontor.kernel.rule;

import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.text.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a rule matched, in one line of either language: values by the names that the fact's department gives them. */
final class FactWords {

    private static final int LONGEST = 300;
    private static final Set<String> UNITS = Set.of("WD", "days", "months", "points", "count");

    private FactWords() {}

    static Text of(Record fact) {
        if (fact instanceof Order order) {
            return Text.of("kernel.matched-order", order.number().value(), order.revision(), order.customerName(), order.total());
        }
        String type = fact.getClass().getSimpleName();
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (!values.isEmpty()) {
                values.add(" · ");
            }
            values.add(FactNumbers.label(type + "." + component.getName()));
            values.add(" ");
            values.add(value(fact, component));
        }
        return Text.of("kernel.matched-fact", FactNumbers.label(type), new Text("", values));
    }

    private static Object value(Record fact, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(fact);
            if (value instanceof Boolean yes) {
                return Text.of(yes ? "change.yes" : "change.no");
            }
            if (component.getName().equals("subject") && value instanceof String subject && subject.contains(" ")) {
                return Text.of("console.subject-of", subject);
            }
            boolean said = value instanceof BigDecimal || value instanceof Integer || value instanceof Money || value instanceof LocalDate;
            return said ? value : value.toString().isEmpty() ? "–" : cut(value.toString());
        } catch (IllegalAccessException | InvocationTargetException notToBeRead) {
            return "?";
        }
    }

    /** @param title what its set calls it */
    static Text of(Parameter parameter, Text title) {
        Text unit = UNITS.contains(parameter.unit())
                ? Text.of("console.unit-of." + parameter.unit().toLowerCase(Locale.ROOT))
                : Text.plain(parameter.unit());
        return Text.of("kernel.matched-parameter", title, parameter.value(), unit, parameter.from(), parameter.clause().value());
    }

    static Text of(Conclusion conclusion, Text reason) {
        String kind = conclusion instanceof Conclusion.Check check
                ? "console.check." + (check.passed() ? "passed" : "failed")
                : "console.conclusion." + conclusion.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return Text.of("kernel.matched-conclusion", Text.of(kind), reason);
    }

    static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
