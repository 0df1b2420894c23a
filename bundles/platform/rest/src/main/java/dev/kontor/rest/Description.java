package dev.kontor.rest;

import dev.kontor.api.desk.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI 3.1 document: the fixed tree, and a path of its own for each command that is registered. */
final class Description {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String JSON = "application/json";

    private final Schemas schemas = new Schemas();
    private final Map<String, Map<String, Object>> paths = new LinkedHashMap<>();

    Description() {
        Operation.ALL.forEach(this::add);
    }

    /**
     * Adds a command.
     *
     * @param values the schema of its values; empty while it is not known without an order
     */
    void command(String name, String title, boolean onOrder, boolean onTask, Optional<Map<String, Object>> values) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (onOrder) {
            body.put("order", Map.of("type", "string", "pattern", "^SO-\\d{4}-\\d{5,9}$"));
        }
        if (onTask) {
            body.put("task", Map.of("type", "string", "format", "uuid"));
        }
        body.put("version", Map.of("type", "integer", "description", "As the form's answer gave it"));
        body.put("values", values.orElse(Map.of(
                "type", "object", "description", "GET this path with the order to see the schema of its values.")));
        Map<String, Object> operation = operation("commands", title, "post-" + name.replace('/', '-'));
        List<Object> parameters = new ArrayList<>();
        parameters.add(key());
        operation.put("parameters", parameters);
        List<String> required = onTask ? List.of("order", "task", "values") : onOrder ? List.of("order", "values") : List.of("values");
        operation.put("requestBody", body(Map.of("type", "object", "properties", body, "required", required)));
        operation.put("responses", responses(Optional.of(schemas.of(Answer.class))));
        paths.computeIfAbsent("/commands/" + name, path -> new LinkedHashMap<>()).put("post", operation);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Kontor",
                        "version", "1",
                        "summary", "Equipment sales orders from the signed contract to the archive",
                        "license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/api/v1")));
        document.put("security", List.of(Map.of("bearer", List.of())));
        document.put("paths", paths);
        Map<String, Object> named = new LinkedHashMap<>(schemas.all());
        named.put("Problem", problem());
        document.put(
                "components",
                Map.of("schemas", named, "securitySchemes", Map.of("bearer", Map.of("type", "http", "scheme", "bearer"))));
        return document;
    }

    private void add(Operation operation) {
        String id = operation.method() + operation.path().replaceAll("[{}]", "").replaceAll("[/.]", "-");
        Map<String, Object> described = operation(operation.tag(), operation.summary(), id);
        List<Object> parameters = new ArrayList<>();
        Matcher places = PLACE.matcher(operation.path());
        while (places.find()) {
            parameters.add(parameter("path", places.group(1), true));
        }
        operation.query().forEach(name -> parameters.add(parameter("query", name, false)));
        if (operation.method().equals("post")) {
            bodyOf(operation, parameters).ifPresent(body -> described.put("requestBody", body));
        }
        described.put("parameters", parameters);
        described.put("responses", responses(operation.answer().map(type -> answer(type, operation.many()))));
        if (operation.forAnybody()) {
            described.put("security", List.of());
        }
        paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>()).put(operation.method(), described);
    }

    private Optional<Map<String, Object>> bodyOf(Operation operation, List<Object> parameters) {
        Map<String, Object> text = Map.of("type", "string");
        return switch (operation.path()) {
            case "/documents" -> Optional.of(Map.of("required", true, "content", Map.of("application/octet-stream", Map.of())));
            case "/tokens" -> Optional.of(body(Map.of(
                    "type", "object",
                    "properties", Map.of("name", text, "password", text, "days", Map.of("type", "integer")),
                    "required", List.of("name", "password"))));
            default -> {
                parameters.add(key());
                yield Optional.of(body(Map.of("type", "object")));
            }
        };
    }

    private Map<String, Object> answer(Class<?> type, boolean many) {
        Map<String, Object> one = schemas.of(type);
        return many ? Map.of("type", "array", "items", one) : one;
    }

    private static Map<String, Object> operation(String tag, String summary, String id) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of(tag));
        operation.put("summary", summary);
        operation.put("operationId", id);
        return operation;
    }

    private static Map<String, Object> parameter(String in, String name, boolean required) {
        return Map.of("in", in, "name", name, "required", required, "schema", Map.of("type", "string"));
    }

    private static Map<String, Object> key() {
        return Map.of(
                "in", "header",
                "name", "Idempotency-Key",
                "required", true,
                "description", "The same key gives the same answer and one effect",
                "schema", Map.of("type", "string", "maxLength", 100));
    }

    private static Map<String, Object> body(Map<String, Object> schema) {
        return Map.of("required", true, "content", Map.of(JSON, Map.of("schema", schema)));
    }

    private static Map<String, Object> responses(Optional<Map<String, Object>> answer) {
        Map<String, Object> content = answer.map(schema -> Map.<String, Object>of(JSON, Map.of("schema", schema)))
                .orElse(Map.of("application/octet-stream", Map.of()));
        Map<String, Object> problem =
                Map.of(Problems.TYPE, Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")));
        return Map.of(
                "200", Map.of("description", "Done", "content", content),
                "default", Map.of("description", "Not done, and why", "content", problem));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> gap = Map.of("type", "object", "properties", Map.of("field", text, "message", text));
        return Map.of(
                "type",
                "object",
                "required",
                List.of("type", "title", "status", "detail", "reference"),
                "properties",
                Map.of(
                        "type", text, "title", text, "status", Map.of("type", "integer"), "detail", text,
                        "gaps", Map.of("type", "array", "items", gap), "reference", text));
    }
}
