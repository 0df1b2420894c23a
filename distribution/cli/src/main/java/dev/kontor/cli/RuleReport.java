package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the platform says of rule versions, in lines: problems as {@code file:line:column: sentence}, so that editors jump there. */
record RuleReport(Terminal terminal) {

    /** Each problem of a version on a line of its own. @return whether one of them refuses it */
    boolean problems(String folder, Iterable<JsonNode> problems) {
        boolean refuses = false;
        for (JsonNode problem : problems) {
            boolean warning = problem.path("severity").asText().equals("WARNING");
            refuses |= !warning;
            String message = problem.path("message").asText();
            terminal.result("%s/%s:%d:%d: %s".formatted(folder, problem.path("file").asText(), problem.path("line").asInt(),
                    problem.path("column").asInt(), warning ? terminal.words("rules.warning", message) : message));
        }
        return refuses;
    }

    /** The way of a version, step by step. */
    void way(JsonNode version) {
        for (JsonNode step : version.path("steps")) {
            terminal.result("%-14s %s: %s".formatted(terminal.words("rules.passage." + step.path("passage").asText()),
                    step.path("name").asText(), step.path("said").asText()));
        }
    }

    static String version(JsonNode version) {
        JsonNode named = version.path("version");
        String digest = named.path("digest").asText("");
        List<String> parts = new ArrayList<>();
        if (!digest.isEmpty()) {
            parts.add(named.path("number").asText());
            parts.add(digest.substring(0, Math.min(12, digest.length())));
        }
        return parts.isEmpty() ? "-" : String.join(" ", parts);
    }
}
