package dev.kontor.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON body of a request, read within limits. */
final class Body {

    static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_NESTING = 12;
    private static final int MOST_DIGITS = 60;

    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_NESTING)
                            .maxStringLength(MOST_BYTES)
                            .maxNumberLength(MOST_DIGITS)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private Body() {}

    /** @param known names that may stand there; another one is refused, so that a misspelt name is noticed */
    static JsonNode read(HttpServletRequest request, Set<String> known) throws IOException {
        String type = request.getContentType() == null ? "" : request.getContentType();
        if (!type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
            throw Declined.of(415, "json-only");
        }
        JsonNode body = parse(bytes(request));
        if (!body.isObject()) {
            throw Declined.of(400, "not-json");
        }
        List<Refused.Gap> unknown = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(new Refused.Gap(name, Text.of("rest.unknown-name")));
            }
        });
        if (!unknown.isEmpty()) {
            throw Refused.at(unknown);
        }
        return body;
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        return bytes;
    }

    private static Refused tooLarge() {
        return Refused.because(Refused.Reason.TOO_LARGE, Text.of("rest.body-too-large"));
    }

    private static JsonNode parse(byte[] bytes) throws IOException {
        try {
            return STRICT.readTree(bytes);
        } catch (JsonProcessingException notJson) {
            throw Declined.of(400, "not-json");
        }
    }

    /** A text, or a number as it is written; "" if it is not there. */
    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isContainerNode()) {
            throw Refused.at(name, Text.of("rest.one-value"));
        }
        return value.isMissingNode() || value.isNull() ? "" : scalar(value);
    }

    /** What was typed, as the desk wants it: strings, lists of strings and rows. */
    static Values values(JsonNode object, String path) {
        if (object.isMissingNode() || object.isNull()) {
            return Values.NONE;
        }
        if (!object.isObject()) {
            throw Refused.at(path, Text.of("rest.one-object"));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        object.fields().forEachRemaining(field -> {
            if (!field.getValue().isNull()) {
                all.put(field.getKey(), value(field.getValue(), field.getKey()));
            }
        });
        return new Values(all);
    }

    /** The values with the subject among them, as the form's hidden field has it. */
    static Values values(JsonNode object, String path, String subject) {
        Values typed = values(object, path);
        if (subject.isEmpty()) {
            return typed;
        }
        Map<String, Object> all = new LinkedHashMap<>(typed.all());
        all.put("subject", subject);
        return new Values(all);
    }

    private static Object value(JsonNode node, String path) {
        if (node.isObject()) {
            throw Refused.at(path, Text.of("rest.one-value"));
        }
        if (!node.isArray()) {
            return scalar(node);
        }
        boolean rows = node.size() > 0 && node.get(0).isObject();
        List<Object> all = new ArrayList<>();
        for (JsonNode each : node) {
            String place = path + "[" + all.size() + "]";
            if (rows) {
                all.add(values(each, place));
            } else if (each.isValueNode() && !each.isNull()) {
                all.add(scalar(each));
            } else {
                throw Refused.at(place, Text.of("rest.one-value"));
            }
        }
        return List.copyOf(all);
    }

    private static String scalar(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? "yes" : "no";
        }
        return node.isNumber() ? written(node.decimalValue()) : node.asText();
    }

    /** 1e999999999 written out would fill the memory. */
    private static String written(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw Declined.of(400, "not-json");
        }
        return number.toPlainString();
    }
}
