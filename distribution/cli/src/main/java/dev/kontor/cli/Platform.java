package dev.kontor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The running platform, spoken to over REST on this machine with the operator's token. */
final class Platform {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Settings settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Platform(Settings settings) {
        this.settings = settings;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(send(asOperator(path).GET(), BodyHandlers.ofByteArray()));
    }

    /** What is no command: it may be sent again. */
    JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = asOperator(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return json(send(request, BodyHandlers.ofByteArray()));
    }

    /** @param key the same for the same request: then it has one effect however often it is sent */
    JsonNode command(String name, String key, Map<String, Object> values) throws IOException, InterruptedException {
        HttpRequest.Builder request = asOperator("commands/" + name)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("values", values))));
        return json(send(request, BodyHandlers.ofByteArray()));
    }

    /** A request without a token. */
    JsonNode postOpenly(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = to("api/v1/" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return json(send(request, BodyHandlers.ofByteArray()));
    }

    /** Takes a file in and answers its handle. */
    String upload(String name, Path file) throws IOException, InterruptedException {
        String encoded = java.net.URLEncoder.encode(name, StandardCharsets.UTF_8);
        HttpRequest.Builder request = asOperator("documents?name=" + encoded).POST(BodyPublishers.ofFile(file));
        return json(send(request, BodyHandlers.ofByteArray())).path("handle").asText();
    }

    /** @throws Declined when it is refused; an answer that ends early is an {@link IOException} */
    InputStream download(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = send(asOperator(path).GET(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw declined(answer.statusCode(), answer.body().readAllBytes());
        }
        return answer.body();
    }

    /** The status alone, of a path below the root. */
    int status(String path) throws IOException, InterruptedException {
        return send(to(path).GET(), BodyHandlers.discarding()).statusCode();
    }

    /** What a path below the root says to anybody, whatever its status. */
    JsonNode open(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(to(path).GET(), BodyHandlers.ofByteArray()).body());
    }

    private HttpRequest.Builder asOperator(String path) throws IOException {
        return to("api/v1/" + path).header("Authorization", "Bearer " + token());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(settings.url().resolve("/" + path))
                .timeout(PATIENCE)
                .header("Accept-Language", settings.language().toLanguageTag());
    }

    private String token() throws IOException {
        if (settings.token().isPresent()) {
            return settings.token().get();
        }
        try {
            return Files.readString(settings.tokenFile()).strip();
        } catch (NoSuchFileException neverStarted) {
            throw new Command.Unreachable(settings.url().toString(), neverStarted);
        }
    }

    private <B> HttpResponse<B> send(HttpRequest.Builder request, HttpResponse.BodyHandler<B> body)
            throws IOException, InterruptedException {
        try {
            return client.send(request.build(), body);
        } catch (java.net.ConnectException | java.net.http.HttpConnectTimeoutException nobody) {
            throw new Command.Unreachable(settings.url().toString(), nobody);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw declined(answer.statusCode(), answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static Declined declined(int status, byte[] body) throws IOException {
        try {
            return new Declined(status, JSON.readTree(body));
        } catch (JsonProcessingException notFromUs) {
            return new Declined(status, JSON.createObjectNode());
        }
    }
}
