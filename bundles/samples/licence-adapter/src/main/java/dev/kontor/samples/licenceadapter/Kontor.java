package dev.kontor.samples.licenceadapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The platform's REST interface as one account's token reaches it. Each request has a time limit. What got no answer, or the
 * answer to come again, is sent again as it was, after the time that the answer names or one that doubles: a command carries
 * its key, so that it has one effect however often it is sent. Thread-safe.
 */
final class Kontor {

    static final int TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Set<Integer> COME_AGAIN = Set.of(429, 502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How it waits between two tries. */
    @FunctionalInterface
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    /** @param body null JSON where there is none */
    record Answer(int status, JsonNode body) {

        boolean done() {
            return status == 200;
        }

        /** For people: what was refused, and at which field. */
        String words() {
            StringBuilder words = new StringBuilder(status + " " + body.path("detail").asText());
            body.path("gaps").forEach(gap -> words.append("; ").append(gap.path("field").asText()).append(": ").append(gap.path("message").asText()));
            return words.toString();
        }
    }

    private final HttpClient http;
    private final URI base;
    private final String token;
    private final Duration limit;
    private final Pause pause;

    /**
     * @param address of the platform, {@code http://127.0.0.1:8080/}
     * @param limit for one answer
     */
    Kontor(URI address, String token, Duration limit, Pause pause) {
        this.http = HttpClient.newBuilder().connectTimeout(limit).build();
        this.base = address.resolve("/api/v1/");
        this.token = token;
        this.limit = limit;
        this.pause = pause;
    }

    /** @throws IOException when it cannot be reached, or the answer is no 200 */
    JsonNode get(String path) throws IOException, InterruptedException {
        return expected(send(request(path).GET()));
    }

    /** Hands a file in; what comes back stands for it in a command. One that no command took is forgotten. */
    String handIn(String name, byte[] content) throws IOException, InterruptedException {
        return expected(send(request("documents?name=" + name).header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(content))))
                .path("handle")
                .asText();
    }

    /**
     * A command.
     *
     * @param key chosen before the first try; the same for each
     * @return also a refusal, which another try would not change
     * @throws IOException when it cannot be reached: whether it was done, the order tells
     */
    Answer command(String name, JsonNode asked, String key) throws IOException, InterruptedException {
        return send(request("commands/" + name)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(asked))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(limit).header("Authorization", "Bearer " + token);
    }

    private static JsonNode expected(Answer answer) throws IOException {
        if (!answer.done()) {
            throw new IOException(answer.words());
        }
        return answer.body();
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest same = request.build();
        Duration next = FIRST_PAUSE;
        for (int tried = 1; ; tried++) {
            String trouble;
            Duration wait = next;
            try {
                HttpResponse<byte[]> response = http.send(same, BodyHandlers.ofByteArray());
                if (!COME_AGAIN.contains(response.statusCode())) {
                    return new Answer(response.statusCode(), read(response.body()));
                }
                wait = named(response).orElse(next);
                trouble = "it answers " + response.statusCode();
            } catch (IOException lost) { // no connection, cut off, or too late
                trouble = lost.toString();
            }
            if (tried == TRIES) {
                throw new IOException("%s could not be had in %d tries: %s".formatted(same.uri(), TRIES, trouble));
            }
            pause.last(wait);
            next = next.multipliedBy(2);
        }
    }

    /** What is no JSON comes from a proxy in between. */
    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (IOException notJson) {
            return JSON.nullNode();
        }
    }

    private static Optional<Duration> named(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").filter(seconds -> seconds.matches("\\d{1,4}")).map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
