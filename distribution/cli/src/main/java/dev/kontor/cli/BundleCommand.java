package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Partners' bundles: handed in, approved, taken away, and how they stand. */
record BundleCommand(Platform platform, Terminal terminal) implements Command {

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (verb + rest.size()) {
            case "list0" -> list();
            case "show1" -> show(rest.get(0));
            case "install1", "update1" -> bring(verb, Path.of(rest.get(0)));
            case "approve1" -> submit(verb, Map.of("bundle", rest.get(0)));
            case "approve2" -> submit(verb, Map.of("bundle", rest.get(0), "fingerprint", rest.get(1)));
            case "decline2", "remove2" -> submit(verb, Map.of("bundle", rest.get(0), "reason", rest.get(1)));
            default -> throw new Misused();
        };
    }

    private Ending bring(String verb, Path jar) throws IOException, InterruptedException {
        if (!Files.isRegularFile(jar)) {
            terminal.complain("bundle.no-file", jar);
            return Ending.FAILED;
        }
        String handle = platform.upload(jar.getFileName().toString(), jar);
        return submit(verb, Map.of("file", handle));
    }

    private Ending submit(String verb, Map<String, Object> values) throws IOException, InterruptedException {
        JsonNode answer = platform.command("bundles/" + verb, UUID.randomUUID().toString(), values);
        terminal.result(answer.path("said").asText());
        if (!answer.path("id").asText().isEmpty()) {
            terminal.result(answer.path("id").asText());
        }
        return Ending.DONE;
    }

    /** The tables of the console's page, a line each row. */
    private Ending list() throws IOException, InterruptedException {
        for (JsonNode block : platform.get("pages/bundles").path("blocks")) {
            if (!block.path("rows").isEmpty()) {
                terminal.result(block.path("caption").asText() + ":");
                block.path("rows").forEach(row -> terminal.result("  " + String.join("  ", words(row))));
            }
        }
        return Ending.DONE;
    }

    private Ending show(String digest) throws IOException, InterruptedException {
        for (JsonNode block : platform.get("pages/bundles/" + digest).path("blocks")) {
            if (block.has("text")) {
                terminal.result(block.path("text").asText());
            }
            block.path("facts").forEach(fact ->
                    words(fact.path("value").path("cells")).forEach(value -> terminal.result(fact.path("name").asText() + ": " + value)));
        }
        return Ending.DONE;
    }

    private static List<String> words(JsonNode cells) {
        List<String> words = new ArrayList<>();
        for (JsonNode cell : cells) {
            words.add(cell.isTextual() ? cell.asText() : cell.path("text").asText(cell.path("at").asText()));
        }
        return words;
    }
}
