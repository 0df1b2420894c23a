package dev.kontor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** JSON schemas of the records that {@link Json} writes, each under its name. */
final class Schemas {

    private final Map<String, Object> named = new TreeMap<>();

    /** Every schema that was referred to. */
    Map<String, Object> all() {
        return named;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> plain = type instanceof Class<?> known ? known : Object.class;
        if (plain.isRecord() && plain != Values.class && plain != Text.class) {
            Shape shape = Shape.of(plain);
            return shape.single() ? of(shape.parts().get(0).type()) : reference(plain);
        }
        return plain.isSealed() ? reference(plain) : simple(plain);
    }

    private Map<String, Object> generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(arguments[0]));
        } else if (raw == Optional.class) {
            return of(arguments[0]);
        }
        return Map.of("type", "object", "additionalProperties", of(arguments[arguments.length - 1]));
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == Text.class || type == String.class) {
            return Map.of("type", "string");
        } else if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Map.of("type", "integer");
        } else if (type == boolean.class) {
            return Map.of("type", "boolean");
        } else if (type == BigDecimal.class) {
            return Map.of("type", "string", "pattern", "^-?\\d+(\\.\\d+)?$");
        } else if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        } else if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        } else if (type == UUID.class) {
            return Map.of("type", "string", "format", "uuid");
        } else if (type.isEnum()) {
            return Map.of("type", "string", "enum", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        } else if (type == Values.class || type == JsonNode.class) {
            return Map.of("type", "object");
        }
        return Map.of();
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = name(type);
        if (!named.containsKey(name)) {
            named.put(name, Map.of()); // so that a record that holds its own kind ends
            named.put(name, type.isRecord() ? record(type) : closed(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> closed(Class<?> type) {
        return Map.of("oneOf", Arrays.stream(type.getPermittedSubclasses()).map(this::of).toList());
    }

    private Map<String, Object> record(Class<?> type) {
        Shape shape = Shape.of(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        shape.kind().ifPresent(kind -> {
            properties.put("kind", Map.of("const", kind));
            required.add("kind");
        });
        for (Shape.Part part : shape.parts()) {
            properties.put(part.name(), of(part.type()));
            if (!(part.type() instanceof ParameterizedType generic && generic.getRawType() == Optional.class)) {
                required.add(part.name());
            }
        }
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    /** {@code Block.Table} is BlockTable: a name alone may be taken twice. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return (outer == null || !outer.getPackageName().startsWith("dev.kontor.api") ? "" : name(outer)) + type.getSimpleName();
    }
}
