package dev.kontor.kernel.json;

import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.text.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known about types at run time. */
final class Types {

    /** What may stand where the declared type is open: arguments of texts and reasons, form values, conclusions. */
    private static final Map<String, Class<?>> NAMED = Stream.<Class<?>>concat(
                    Stream.of(
                            Integer.class, Long.class, BigDecimal.class, LocalDate.class, Instant.class, Boolean.class,
                            Money.class, Text.class, Values.class, Upload.class, List.class, String.class),
                    Stream.of(Conclusion.class.getPermittedSubclasses()))
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private Types() {}

    static boolean isOpen(Type type) {
        Class<?> kind = raw(type);
        return kind == Object.class || kind == Conclusion.class;
    }

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

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> kind) {
            return kind;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : Object.class;
    }

    static Type argument(Type type, int position) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[position] : Object.class;
    }

    static Object get(RecordComponent component, Record from) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("%s of %s cannot be read.".formatted(component, from.getClass()), e);
        }
    }

    static Object make(Class<?> kind, Object[] values) {
        Class<?>[] types = Arrays.stream(kind.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("%s does not take %s.".formatted(kind, Arrays.toString(values)), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("%s cannot be made.".formatted(kind), e);
        }
    }
}
