package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The demo company's people, each with a token, at one client. */
final class Staffed {

    private static final int PATIENCE_MS = 60_000;
    private static final byte[] PAPER = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Instance instance;
    private final Map<String, String> tokens;
    private int requests;

    Staffed(Instance instance) {
        this(instance, new HashMap<>());
    }

    private Staffed(Instance instance, Map<String, String> tokens) {
        this.instance = instance;
        this.tokens = tokens;
    }

    /** The same people at another client: nobody signs in once more. */
    Staffed elsewhere() {
        return new Staffed(instance, tokens);
    }

    int requests() {
        return requests;
    }

    private String token(String who) throws IOException, InterruptedException {
        synchronized (tokens) {
            if (!tokens.containsKey(who)) {
                tokens.put(who, instance.token(who));
            }
            return tokens.get(who);
        }
    }

    JsonNode get(String who, String path) throws IOException, InterruptedException {
        return expect(instance.api(path, token(who)));
    }

    /** The value of a file field. */
    String paper(String who) throws IOException, InterruptedException {
        return expect(instance.api("documents?name=paper.pdf", token(who))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(PAPER)))
                .path("handle")
                .asText();
    }

    JsonNode company(String who, String command, Map<String, ?> values) throws IOException, InterruptedException {
        return expect(instance.command(command, token(who), Map.of("values", values)));
    }

    /** The form of a command, once it is offered: files arrive a moment after the command that sends them. */
    JsonNode form(String who, String command, String order) throws IOException, InterruptedException {
        return until(who, "commands/" + command + "?order=" + order, JsonNode::isObject);
    }

    /** The first task of a part of somebody's worklist, once there is one. */
    String task(String who, String worklist) throws IOException, InterruptedException {
        return until(who, worklist, list -> list.path("items").size() > 0).path("items").path(0).path("task").path("id").asText();
    }

    private JsonNode until(String who, String path, Predicate<JsonNode> there) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (true) {
            requests++;
            HttpResponse<String> answer = instance.send(instance.api(path, token(who)));
            JsonNode found = answer.statusCode() == 200 ? Json.read(answer.body()) : Json.read("null");
            if (there.test(found)) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new IOException("%s is not there for %s: %s".formatted(path, who, answer.body()));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Reads the form, fills in what is not there at first, and sends it. */
    JsonNode does(String who, String command, String order, Map<String, ?> typed) throws IOException, InterruptedException {
        return does(who, command, order, form(who, command, order), typed);
    }

    JsonNode does(String who, String command, String order, JsonNode form, Map<String, ?> typed) throws IOException, InterruptedException {
        Map<String, Object> values = new HashMap<>();
        form.path("initial").fields().forEachRemaining(field -> values.put(field.getKey(), field.getValue()));
        values.putAll(typed);
        Map<String, Object> asked = new HashMap<>(Map.of("order", order, "version", form.path("version").asLong(-1), "values", values));
        if (form.path("task").hasNonNull("id")) {
            asked.put("task", form.path("task").path("id").asText());
        }
        return expect(instance.command(command, token(who), asked).setHeader("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Busy is tried again; anything else but success ends the life. */
    private JsonNode expect(HttpRequest.Builder request) throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            requests++;
            HttpResponse<String> answer = instance.send(request);
            if (answer.statusCode() == 200) {
                return Json.read(answer.body());
            }
            if (answer.statusCode() != 503 || tries == 100) {
                throw new IOException("%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
