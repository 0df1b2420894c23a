package dev.kontor.demo;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills in a form as a busy person would: what is wanted, what stands there already, else something acceptable. */
final class Filling {

    /** In a row: the first option of its column. */
    static final String FIRST = "first";

    private Filling() {}

    static Values of(Form form, Values initial, Map<String, Object> wanted, LocalDate today) {
        Map<String, Object> typed = new HashMap<>();
        for (Field field : form.fields()) {
            value(field, initial, wanted, today).ifPresent(value -> typed.put(field.name(), value));
        }
        return new Values(typed);
    }

    private static Optional<Object> value(Field field, Values initial, Map<String, Object> wanted, LocalDate today) {
        Object given = wanted.get(field.name());
        if (field.kind() == Field.Kind.CHOICES && given instanceof List<?> names) {
            return Optional.of(chosen(field, names));
        }
        if (field.kind() == Field.Kind.GROUP && given instanceof List<?> rows) {
            return Optional.of(rows.stream().map(row -> row(field, (Values) row)).toList());
        }
        boolean fits = given != null && field.kind() != Field.Kind.GROUP && !(given instanceof List<?>);
        if (fits) {
            return Optional.of(given);
        }
        if (initial.has(field.name())) {
            return Optional.of(initial.all().get(field.name()));
        }
        return field.required() ? acceptable(field, today) : Optional.empty();
    }

    private static Values row(Field group, Values row) {
        Map<String, Object> typed = new HashMap<>(row.all());
        group.fields().stream()
                .filter(column -> FIRST.equals(typed.get(column.name())))
                .forEach(column -> typed.put(column.name(), column.options().get(0).value()));
        return new Values(typed);
    }

    /** Options are named by their value, or by a word of their label. */
    private static List<String> chosen(Field field, List<?> names) {
        return field.options().stream()
                .filter(option -> names.contains(option.value()) || option.label().arguments().stream().anyMatch(names::contains))
                .map(Field.Option::value)
                .toList();
    }

    /** The first option of a choice is the good one by convention: in order, no objection, acceptable. */
    private static Optional<Object> acceptable(Field field, LocalDate today) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> Optional.of("已核对，符合要求");
            case NUMBER -> Optional.of("30");
            case AMOUNT -> Optional.of("5000000");
            case DATE -> Optional.of(today.plusDays(180).toString());
            case CHOICE -> field.options().stream().findFirst().map(Field.Option::value);
            case CHOICES -> field.options().stream().findFirst().map(option -> List.of(option.value()));
            case YES_NO -> Optional.of("yes");
            case FILE, PASSWORD, GROUP, HIDDEN -> Optional.empty();
        };
    }
}
