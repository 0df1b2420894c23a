package dev.kontor.kernel.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** JSON trees to values. A field that an older text does not have is empty. */
final class JsonReading {

    private JsonReading() {}

    static Object value(JsonNode node, Declared type) {
        Class<?> kind = type.raw();
        if (kind == Optional.class) {
            return node.isNull() || node.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(value(node, type.argument(0)));
        }
        if (type.open()) {
            return open(node);
        }
        if (kind == Raw.class) {
            return new Raw(node.toString());
        }
        if (kind.isRecord()) {
            return object(node, kind);
        }
        if (List.class.isAssignableFrom(kind) || kind == java.util.Collection.class) {
            return list(node, type.argument(0));
        }
        if (kind == Set.class) {
            return new LinkedHashSet<>(list(node, type.argument(0)));
        }
        if (kind == Map.class) {
            return map(node, type.argument(1));
        }
        return plain(node, kind);
    }

    private static Object open(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isObject() ? value(node.path("value"), Declared.of(Types.named(node.path("@").asText()))) : node.asText();
    }

    private static Object object(JsonNode node, Class<?> kind) {
        Shape shape = Shape.of(kind);
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            Shape.Part part = shape.parts().get(i);
            JsonNode field = node.has(part.name()) ? node.get(part.name()) : MissingNode.getInstance();
            values[i] = value(field, part.type());
        }
        return shape.make(values);
    }

    private static List<Object> list(JsonNode node, Declared element) {
        List<Object> values = new ArrayList<>();
        node.forEach(each -> values.add(value(each, element)));
        return values;
    }

    private static Map<String, Object> map(JsonNode node, Declared element) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> values.put(field.getKey(), value(field.getValue(), element)));
        return values;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an enum's class is known only here
    private static Object plain(JsonNode node, Class<?> kind) {
        if (kind == String.class) {
            return node.asText();
        }
        if (kind == int.class || kind == Integer.class) {
            return node.asInt();
        }
        if (kind == long.class || kind == Long.class) {
            return node.asLong();
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return node.asBoolean();
        }
        if (kind == BigDecimal.class) {
            return new BigDecimal(node.asText("0"));
        }
        if (kind == LocalDate.class) {
            return LocalDate.parse(node.asText());
        }
        if (kind == Instant.class) {
            return Instant.parse(node.asText());
        }
        if (kind == UUID.class) {
            return UUID.fromString(node.asText());
        }
        if (kind.isEnum()) {
            return Enum.valueOf((Class) kind, node.asText());
        }
        throw new IllegalArgumentException("Values of %s are not kept as JSON.".formatted(kind));
    }
}
