package dev.kontor.itest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A machine that speaks REST for one person. */
final class Rest {

    static final ObjectMapper JSON = new ObjectMapper();

    /** As long as a start may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;
    private final String language;
    /** Hears of each request that has to be sent again; empty: none is. */
    private final Optional<Consumer<String>> cutOff;

    Rest(URI base, String token) {
        this(base, token, "en", Optional.empty());
    }

    private Rest(URI base, String token, String language, Optional<Consumer<String>> cutOff) {
        this.base = base.resolve("/api/v1/");
        this.token = token;
        this.language = language;
        this.cutOff = cutOff;
    }

    /** One who sends what was cut off again, the same under the same key, until it is answered. */
    Rest patient(Consumer<String> cutOff) {
        return new Rest(base, token, language, Optional.of(cutOff));
    }

    /** The same person, who reads another language. */
    Rest in(String tongue) {
        return new Rest(base, token, tongue, cutOff);
    }

    static Rest signIn(URI base, String name, String password) {
        Rest nobody = new Rest(base, "");
        Got got = nobody.post("tokens", Map.of("name", name, "password", password, "days", 1), "");
        return new Rest(base, got.expect(200).body().path("token").asText());
    }

    /** An answer. The body is null JSON where there is none. */
    record Got(int status, JsonNode body, HttpResponse<String> response) {

        /** Not one of a platform that is starting or ending: HTTP is there before REST is, and then says 404 in no JSON. */
        boolean isAnswer() {
            return status != 503 && !(status == 404 && body.isNull());
        }

        Got expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("%s %s answered %d instead of %d: %s"
                        .formatted(response.request().method(), response.uri(), status, wanted, response.body()));
            }
            return this;
        }
    }

    Got get(String path) {
        return send(request(path).GET().build());
    }

    Got post(String path, Object body, String key) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(write(body)));
        return send((key.isEmpty() ? request : request.header("Idempotency-Key", key)).build());
    }

    /** A command with a key of its own. */
    Got command(String name, Map<String, ?> asked) {
        return post("commands/" + name, asked, UUID.randomUUID().toString());
    }

    /** A command on an order, or on its task. */
    Got command(String name, String order, Map<String, ?> values) {
        Got offer = get("commands/" + name + "?order=" + order);
        ObjectNode asked = JSON.createObjectNode().put("order", order);
        asked.set("values", JSON.valueToTree(values));
        if (offer.status() == 200) {
            asked.put("version", offer.body().path("version").asLong(-1));
            if (offer.body().path("task").hasNonNull("id")) {
                asked.put("task", offer.body().path("task").path("id").asText());
            }
        }
        return post("commands/" + name, asked, UUID.randomUUID().toString());
    }

    /** Hands a file in; what comes back is the value of a file field. */
    String upload(String name, byte[] content) {
        HttpRequest request = request("documents?name=" + name)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content))
                .build();
        return send(request).expect(200).body().path("handle").asText();
    }

    byte[] download(String path) {
        try {
            HttpResponse<byte[]> response = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError("%s answered %d.".formatted(response.uri(), response.statusCode()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", language);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Got send(HttpRequest request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean last = cutOff.isEmpty() || System.nanoTime() > end;
            try {
                Got got = sendOnce(request);
                if (last || got.isAnswer()) {
                    return got;
                }
            } catch (UncheckedIOException e) {
                if (last) {
                    throw e;
                }
            }
            cutOff.orElseThrow().accept(request.method() + " " + request.uri().getPath());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Got sendOnce(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json") && !response.body().isBlank()
                    ? JSON.readTree(response.body())
                    : JSON.nullNode();
            return new Got(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
