package dev.kontor.store.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A flat JSON object on one line: a row of a table, or an item of the manifest. What is null is left out. */
record JsonLine(Map<String, Object> values) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
            .build();

    static JsonLine of(Map<String, Object> values) {
        return new JsonLine(values);
    }

    static JsonLine parse(String line) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, line);
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                values.put(name, switch (json.nextToken()) {
                    case VALUE_STRING -> json.getText();
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    default -> throw new IOException("Not a flat object: " + line);
                });
            }
            expect(json.currentToken() == JsonToken.END_OBJECT, line);
        }
        return new JsonLine(values);
    }

    private static void expect(boolean right, String line) throws IOException {
        if (!right) {
            throw new IOException("Not a flat object: " + line);
        }
    }

    Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String text(String name) {
        return value(name).map(Object::toString).orElse("");
    }

    long number(String name) {
        return value(name).map(found -> ((BigDecimal) found).longValueExact()).orElse(0L);
    }

    /** With its line end. */
    @Override
    public String toString() {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                write(json, entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("A string can always be written to.", e);
        }
        return line.append('\n').toString();
    }

    private static void write(JsonGenerator json, String name, Object value) throws IOException {
        if (value == null) {
            return;
        }
        json.writeFieldName(name);
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }
}
