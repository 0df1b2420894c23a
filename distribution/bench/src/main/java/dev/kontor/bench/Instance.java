package dev.kontor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running distribution of its own, with the demo company in a folder of its own. */
final class Instance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final long forkedAt;
    final int port;
    private final Path data;
    private final Process process;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Instance(Path distribution, Path data) throws IOException {
        this.port = freePort();
        this.data = data;
        ProcessBuilder command = new ProcessBuilder(
                distribution.resolve("bin/kontor").toString(), "run", "--demo", "--port", "" + port, "--data", data.toString());
        Files.createDirectories(data);
        command.redirectErrorStream(true).redirectOutput(data.resolve("bench.log").toFile());
        this.forkedAt = System.nanoTime();
        this.process = command.start();
    }

    /** A folder that is removed when the measure ends. */
    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("kontor-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return folder;
    }

    /** Waits for a 200; seconds since the fork. */
    double until(HttpRequest request) throws IOException, InterruptedException {
        long end = forkedAt + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return (System.nanoTime() - forkedAt) / 1e9;
                }
            } catch (IOException notYet) {
                // the port is not open yet
            }
            TimeUnit.MILLISECONDS.sleep(100); // who asks oftener measures the asking
        }
        throw new IOException("%s was not served.".formatted(request.uri()));
    }

    Instance untilReady() throws IOException, InterruptedException {
        until(to("/health/ready").build());
        return this;
    }

    /** Until it is ready, and the demo company's history has been entered, once for its data. */
    Instance untilAtWork() throws IOException, InterruptedException {
        untilReady();
        long end = forkedAt + PATIENCE.toNanos();
        while (!Files.exists(data.resolve("demo.played"))) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("The demo company was not entered.");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return this;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(60));
    }

    HttpRequest.Builder api(String path, String token) {
        return to("/api/v1/" + path).header("Authorization", "Bearer " + token).header("Accept-Language", "en");
    }

    HttpRequest.Builder command(String name, String token, Map<String, ?> body) throws IOException {
        return api("commands/" + name, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(Json.line(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    long pid() {
        return process.pid();
    }

    /** A token of a demo account, whose password is its name. */
    String token(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(to("/api/v1/tokens")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.line(Map.of("name", name, "password", name)))));
        if (answer.statusCode() != 200) {
            throw new IOException("No token for %s: %s".formatted(name, answer.body()));
        }
        return Json.read(answer.body()).path("token").asText();
    }

    /** The token that commands of this machine's own terminal use. */
    String commandLineToken() throws IOException {
        return Files.readString(data.resolve("cli.token")).strip();
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** What the process holds of the machine's memory, in MB; 0 where there is no /proc. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
