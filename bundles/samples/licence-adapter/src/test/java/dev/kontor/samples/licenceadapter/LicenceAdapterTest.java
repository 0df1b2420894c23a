package dev.kontor.samples.licenceadapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A department's work is done from a process of its own, whatever becomes of an answer")
class LicenceAdapterTest {

    private static final String REFUSAL =
            "{\"detail\": \"One field is wrong.\", \"gaps\": [{\"field\": \"valid-until\", \"message\": \"It ends before the delivery.\"}]}";

    @TempDir
    Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    /** What becomes of the next commands: {@code cut}, {@code late}, {@code busy}, {@code refuse}; then all is well. */
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    /** By its key, how often a command came. */
    private final Map<String, Integer> came = new HashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer server;
    private LicenceAdapter adapter;

    /** Stands for the platform where it fails: those faults cannot be had of the real one at will. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/v1/tasks", exchange -> answer(exchange, 200,
                "{\"items\": [{\"task\": {\"id\": \"t-1\", \"order\": \"SO-2026-00001\"}}, {\"task\": {\"id\": \"t-2\", \"order\": \"SO-2026-00002\"}}]}"));
        server.createContext("/api/v1/documents", exchange -> answer(exchange, 200, "{\"handle\": \"h-1\"}"));
        server.createContext("/api/v1/commands", this::command);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        adapter = new LicenceAdapter(new Kontor(address, "kt_1", Duration.ofSeconds(1), pauses::add), new LicenceFolder(folder));
        Files.writeString(folder.resolve("SO-2026-00001_EL-7_2027-03-01.pdf"), "%PDF-1.4");
        Files.writeString(folder.resolve("SO-2026-00002_EL-8_2027-02-30.pdf"), "a day that there is not");
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
    }

    private void command(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "{\"version\": 3}");
            return;
        }
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(asked).contains("\"task\":\"t-1\"", "\"version\":3", "\"licence\":\"EL-7\"", "\"valid-until\":\"2027-03-01\"", "\"file\":\"h-1\"");
        came.merge(exchange.getRequestHeaders().getFirst("Idempotency-Key"), 1, Integer::sum);
        String fault = faults.isEmpty() ? "" : faults.remove();
        switch (fault) {
            case "cut" -> exchange.close();
            case "late" -> await();
            case "busy" -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                answer(exchange, 503, "{\"detail\": \"Not now.\"}");
            }
            case "refuse" -> answer(exchange, 422, REFUSAL);
            default -> answer(exchange, 200, "{\"said\": \"Licence EL-7 was filed.\"}");
        }
    }

    private void await() {
        try {
            ended.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void whatTheOfficeGrantedIsHandedInOnceAndTheRestWaits() throws Exception {
        assertThat(adapter.round()).containsExactly("SO-2026-00001: Licence EL-7 was filed.");
        assertThat(came.values()).containsExactly(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aLostLateOrPutOffAnswerIsAskedForAgainUnderTheSameKey() throws Exception {
        faults.addAll(List.of("cut", "late", "busy"));

        assertThat(adapter.round()).containsExactly("SO-2026-00001: Licence EL-7 was filed.");
        assertThat(came.values()).containsExactly(4);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(7));
    }

    @Test
    void aRefusalIsToldAndNotTriedAgain() throws Exception {
        faults.add("refuse");

        assertThat(adapter.round()).containsExactly("SO-2026-00001: 422 One field is wrong.; valid-until: It ends before the delivery.");
        assertThat(came.values()).containsExactly(1);
    }

    @Test
    void aPlatformThatStaysAwayIsGivenUpUntilTheNextRound() {
        for (int time = 0; time < Kontor.TRIES; time++) {
            faults.add("busy");
        }

        assertThatIOException().isThrownBy(adapter::round).withMessageContaining("it answers 503");
        assertThat(came.values()).containsExactly(Kontor.TRIES);
        assertThat(pauses).hasSize(Kontor.TRIES - 1);
    }
}
