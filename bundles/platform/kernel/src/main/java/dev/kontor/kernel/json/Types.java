package dev.kontor.kernel.json;

import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values that say themselves what they are. */
final class Types {

    /** What may stand where the declared type is open: arguments of texts and reasons, form values, conclusions. */
    private static final Map<String, Class<?>> NAMED = Stream.<Class<?>>concat(
                    Stream.of(
                            Integer.class, Long.class, BigDecimal.class, LocalDate.class, Instant.class, Boolean.class,
                            Money.class, Text.class, Values.class, Upload.class, List.class, String.class),
                    Stream.of(Conclusion.class.getPermittedSubclasses()))
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private Types() {}

    static String name(Object value) {
        return value instanceof List<?> ? "List" : value.getClass().getSimpleName();
    }

    /** Whether a value can be had back as what it was; otherwise its text is kept. */
    static boolean isNamed(Object value) {
        return NAMED.containsKey(name(value));
    }

    static Class<?> named(String name) {
        Class<?> kind = NAMED.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("A value of the type %s is not kept as JSON.".formatted(name));
        }
        return kind;
    }
}
