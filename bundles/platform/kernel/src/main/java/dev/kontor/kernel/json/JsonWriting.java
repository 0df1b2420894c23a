package dev.kontor.kernel.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Values to JSON, written as they are met: no tree is made. */
final class JsonWriting {

    private final JsonGenerator out;

    private JsonWriting(JsonGenerator out) {
        this.out = out;
    }

    static String text(Object value, Declared type) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = Canonical.MAPPER.getFactory().createGenerator(text)) {
            new JsonWriting(out).value(value, type);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void value(Object value, Declared type) throws IOException {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                value(optional.get(), type.argument(0));
            } else {
                out.writeNull();
            }
        } else if (type.open() && !(value instanceof String) && !(value instanceof Boolean)) {
            named(value);
        } else {
            bare(value, type);
        }
    }

    /** The declared type does not say what the value is, so the value does. */
    private void named(Object value) throws IOException {
        if (!Types.isNamed(value)) {
            out.writeString(value.toString());
            return;
        }
        out.writeStartObject();
        out.writeStringField("@", Types.name(value));
        out.writeFieldName("value");
        bare(value, Declared.ANY);
        out.writeEndObject();
    }

    private void bare(Object value, Declared type) throws IOException {
        if (value instanceof Raw raw) {
            out.writeRawValue(raw.json());
        } else if (value instanceof Record fields) {
            object(fields);
        } else if (value instanceof Collection<?> values) {
            array(values, type.argument(0));
        } else if (value instanceof Map<?, ?> map) {
            map(map, type.argument(1));
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else {
            out.writeString(value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
        }
    }

    private void object(Record fields) throws IOException {
        out.writeStartObject();
        for (Shape.Part part : Shape.of(fields.getClass()).sorted()) {
            out.writeFieldName(part.name());
            value(part.of(fields), part.type());
        }
        out.writeEndObject();
    }

    /** A set has no order of its own: its values stand by their texts. */
    private void array(Collection<?> values, Declared element) throws IOException {
        out.writeStartArray();
        if (values instanceof Set<?>) {
            List<String> texts = values.stream().map(value -> text(value, element)).sorted().toList();
            for (String each : texts) {
                out.writeRawValue(each);
            }
        } else {
            for (Object value : values) {
                value(value, element);
            }
        }
        out.writeEndArray();
    }

    private void map(Map<?, ?> map, Declared element) throws IOException {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key.toString(), value));
        out.writeStartObject();
        for (Map.Entry<String, Object> field : sorted.entrySet()) {
            out.writeFieldName(field.getKey());
            value(field.getValue(), element);
        }
        out.writeEndObject();
    }
}
