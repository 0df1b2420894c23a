package dev.kontor.kernel.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values to JSON trees. */
final class JsonWriting {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonWriting() {}

    static JsonNode node(Object value, Type type) {
        if (value instanceof Optional<?> optional) {
            Type inner = Types.argument(type, 0);
            return optional.map(present -> node(present, inner)).orElseGet(NODES::nullNode);
        }
        if (Types.isOpen(type) && !(value instanceof String) && !(value instanceof Boolean)) {
            return named(value);
        }
        return bare(value, type);
    }

    /** The declared type does not say what the value is, so the value does. */
    private static JsonNode named(Object value) {
        if (!Types.isNamed(value)) {
            return NODES.textNode(value.toString());
        }
        ObjectNode node = NODES.objectNode();
        node.put("@", Types.name(value));
        node.set("value", bare(value, value instanceof Collection<?> ? List.class : value.getClass()));
        return node;
    }

    private static JsonNode bare(Object value, Type type) {
        if (value instanceof Record fields) {
            return object(fields);
        }
        if (value instanceof Collection<?> values) {
            return array(values, Types.argument(type, 0), value instanceof java.util.Set<?>);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, Types.argument(type, 1));
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        }
        return NODES.textNode(value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
    }

    private static ObjectNode object(Record fields) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            sorted.put(component.getName(), node(Types.get(component, fields), component.getGenericType()));
        }
        return NODES.objectNode().setAll(sorted);
    }

    private static ArrayNode array(Collection<?> values, Type element, boolean sorted) {
        List<JsonNode> nodes = values.stream().map(value -> node(value, element)).toList();
        if (sorted) {
            nodes = nodes.stream().sorted(Comparator.comparing(Canonical::print)).toList();
        }
        return NODES.arrayNode().addAll(nodes);
    }

    private static ObjectNode map(Map<?, ?> map, Type element) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key.toString(), node(value, element)));
        return NODES.objectNode().setAll(sorted);
    }
}
