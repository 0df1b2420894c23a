package dev.kontor.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.api.form.Values;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.text.Text;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The api's records as JSON: texts become words, a record with a single value becomes that value, decimals are strings
 * so that no amount is ever rounded by a reader, an empty Optional is left out, and one of a closed list says its
 * {@code kind}. {@link Schemas} describes the same shapes.
 */
@Component(service = Json.class)
public final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Words words;

    @Activate
    public Json(@Reference Words words) {
        this.words = words;
    }

    byte[] bytes(Object value, Locale language) {
        try {
            return MAPPER.writeValueAsBytes(node(value, language));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    JsonNode node(Object value, Locale language) {
        if (value instanceof JsonNode ready) {
            return ready;
        } else if (value instanceof Text text) {
            return NODES.textNode(words.say(text, language));
        } else if (value instanceof Values values) {
            return object(values.all(), language);
        } else if (value instanceof DecisionRecord decision) {
            return decision(decision, language);
        } else if (value instanceof Record record) {
            return record(record, language);
        } else if (value instanceof Map<?, ?> map) {
            return object(map, language);
        } else if (value instanceof Set<?> set) {
            return array(set.stream().map(each -> node(each, language)).sorted(Json::byText), language);
        } else if (value instanceof Collection<?> all) {
            return array(all.stream(), language);
        }
        return plain(value);
    }

    private JsonNode plain(Object value) {
        if (value instanceof Integer whole) {
            return NODES.numberNode(whole);
        } else if (value instanceof Long whole) {
            return NODES.numberNode(whole);
        } else if (value instanceof Boolean yes) {
            return NODES.booleanNode(yes);
        } else if (value instanceof BigDecimal number) {
            return NODES.textNode(number.toPlainString());
        }
        return NODES.textNode(String.valueOf(value));
    }

    private JsonNode record(Record record, Locale language) {
        Shape shape = Shape.of(record.getClass());
        if (shape.single()) {
            return node(shape.parts().get(0).of(record), language);
        }
        ObjectNode object = NODES.objectNode();
        shape.kind().ifPresent(kind -> object.put("kind", kind));
        for (Shape.Part part : shape.parts()) {
            if (!(part.of(record) instanceof Optional<?> maybe)) {
                object.set(part.name(), node(part.of(record), language));
            } else if (maybe.isPresent()) {
                object.set(part.name(), node(maybe.get(), language));
            }
        }
        return object;
    }

    /** Facts are kept as JSON already. */
    private JsonNode decision(DecisionRecord decision, Locale language) {
        ObjectNode object = (ObjectNode) record(decision, language);
        try {
            object.set("facts", MAPPER.readTree(decision.facts()));
        } catch (JsonProcessingException keptAsText) {
            object.put("facts", decision.facts());
        }
        return object;
    }

    private ObjectNode object(Map<?, ?> map, Locale language) {
        ObjectNode object = NODES.objectNode();
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        sorted.forEach((name, value) -> object.set(name, node(value, language)));
        return object;
    }

    private ArrayNode array(Stream<?> all, Locale language) {
        ArrayNode array = NODES.arrayNode();
        all.forEach(each -> array.add(node(each, language)));
        return array;
    }

    private static int byText(JsonNode one, JsonNode other) {
        return one.toString().compareTo(other.toString());
    }
}
