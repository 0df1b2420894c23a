package dev.kontor.rest;

import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A command's form as a JSON schema: the same names and limits, the labels as titles. */
final class FormSchema {

    private static final int LINE = 200;
    private static final int TEXT = 20_000;
    private static final int FILE = 262_144;

    private final Json json;
    private final Locale language;
    private final boolean withOptions;

    /** @param withOptions false for callers nobody knows: options can be names of customers */
    FormSchema(Json json, Locale language, boolean withOptions) {
        this.json = json;
        this.language = language;
        this.withOptions = withOptions;
    }

    Map<String, Object> of(Form form) {
        return object(form.fields());
    }

    private Map<String, Object> object(List<Field> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field field : fields) {
            properties.put(field.name(), property(field));
            if (field.required() && field.kind() != Field.Kind.HIDDEN) {
                required.add(field.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "object", "properties", properties));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> property(Field field) {
        Map<String, Object> schema = new LinkedHashMap<>(kind(field));
        put(schema, "title", json.node(field.label(), language).asText());
        put(schema, "description", json.node(field.hint(), language).asText());
        put(schema, "x-clause", field.clause());
        return schema;
    }

    private Map<String, Object> kind(Field field) {
        return switch (field.kind()) {
            case TEXT, PASSWORD -> Map.of("type", "string", "maxLength", LINE);
            case LONG_TEXT -> Map.of("type", "string", "maxLength", field.suggestions().equals("code") ? FILE : TEXT);
            case NUMBER -> Map.of("type", List.of("string", "number"));
            case AMOUNT -> Map.of("type", List.of("string", "number"), "multipleOf", 0.01);
            case DATE -> Map.of("type", "string", "format", "date");
            case CHOICE -> options(field);
            case CHOICES -> Map.of("type", "array", "items", options(field));
            case YES_NO -> Map.of("type", List.of("string", "boolean"), "enum", List.of("yes", "no", true, false));
            case FILE -> Map.of("type", "string", "description", "The handle that POST /documents answered.");
            case GROUP -> Map.of("type", "array", "items", object(field.fields()));
            case HIDDEN -> Map.of("type", "string");
        };
    }

    private Map<String, Object> options(Field field) {
        if (!withOptions || field.options().isEmpty()) {
            return Map.of("type", "string");
        }
        return Map.of(
                "type",
                "string",
                "enum",
                field.options().stream().map(Field.Option::value).toList());
    }

    private static void put(Map<String, Object> schema, String name, String words) {
        if (!words.isBlank()) {
            schema.put(name, words);
        }
    }
}
