package dev.kontor.engine.cases;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ReasonWords;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a case expects, compared with what was concluded; fields that it does not name do not count. */
final class Expectation {

    private final Yaml.Fields wanted;

    Expectation(Yaml.Fields wanted) {
        this.wanted = wanted;
    }

    int line() {
        return wanted.line();
    }

    String words() {
        return wanted.fields().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** @param reason of the conclusion, in words */
    boolean fits(Concluded concluded, ReasonWords reason) {
        Map<String, String> actual = fields(concluded);
        actual.put("en", reason.english());
        actual.put("zh", reason.chinese());
        for (Map.Entry<String, Yaml> field : wanted.fields().entrySet()) {
            String expected = text(field.getValue());
            String found = actual.get(field.getKey());
            if (found == null) {
                return false;
            }
            boolean words = field.getKey().equals("en") || field.getKey().equals("zh");
            if (words ? !found.contains(expected) : !same(found, expected)) {
                return false;
            }
        }
        return true;
    }

    static String words(Concluded concluded, ReasonWords reason) {
        Map<String, String> fields = fields(concluded);
        fields.put("en", reason.english());
        return fields.toString();
    }

    private static Map<String, String> fields(Concluded concluded) {
        Map<String, String> fields = new TreeMap<>();
        Conclusion conclusion = concluded.conclusion();
        fields.put("kind", conclusion.getClass().getSimpleName());
        fields.put("rule", concluded.rule());
        fields.put("arguments", conclusion.reason().arguments().toString());
        fields.put("subject", conclusion.subject());
        for (RecordComponent component : conclusion.getClass().getRecordComponents()) {
            fields.put(component.getName(), String.valueOf(value(component, conclusion)));
        }
        fields.put("reason", conclusion.reason().key());
        return fields;
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            Object value = component.getAccessor().invoke(record);
            return value instanceof Record inner && inner.getClass().getRecordComponents().length == 1
                    ? value(inner.getClass().getRecordComponents()[0], inner)
                    : value;
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean same(String found, String expected) {
        if (found.equals(expected)) {
            return true;
        }
        try {
            return new BigDecimal(found).compareTo(new BigDecimal(expected)) == 0;
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }

    private static String text(Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        List<String> items = new ArrayList<>();
        if (yaml instanceof Yaml.Items list) {
            list.items().forEach(item -> items.add(text(item)));
        }
        return items.toString();
    }
}
