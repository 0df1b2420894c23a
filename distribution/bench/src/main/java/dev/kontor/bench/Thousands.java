package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * P8: what people wait for with 10,000 orders in the house, one who asks one page after the other. The orders are entered
 * at the desk, as everybody's are; a folder named by {@code BENCH_DATA} is filled once and used again.
 */
final class Thousands {

    private static final int ORDERS = 10_000;
    private static final int CLIENTS = 8;
    private static final int CUSTOMERS = 5;
    private static final int WARM = 150;
    private static final int ASKED = 300;
    private static final List<String> READERS = List.of("lina", "chen", "auditor");

    private final Instance instance;
    private final Map<String, Object> line = new LinkedHashMap<>();

    private Thousands(Instance instance) {
        this.instance = instance;
    }

    static Map<String, Object> measure(Path distribution) throws Exception {
        String kept = System.getenv().getOrDefault("BENCH_DATA", "");
        Path data = kept.isEmpty() ? Instance.folder() : Path.of(kept).toAbsolutePath();
        try (Instance instance = new Instance(distribution, data)) {
            Thousands thousands = new Thousands(instance.untilReady());
            thousands.fill(data.resolve("filled"));
            thousands.read();
            return thousands.line;
        }
    }

    /** Registers what is missing; the file says how many are there. */
    private void fill(Path filled) throws IOException, InterruptedException {
        String token = instance.token("lina");
        // the demo company is entered while the platform serves already
        for (int tries = 0; tries < 60 && instance.send(contract(token, "PROBE-" + UUID.randomUUID(), CUSTOMERS - 1)).statusCode() != 200; tries++) {
            TimeUnit.SECONDS.sleep(1);
        }
        int begin = Files.exists(filled) ? Integer.parseInt(Files.readString(filled).strip()) : 0;
        long since = System.nanoTime();
        int step = 500;
        for (int from = begin; from < ORDERS; from += step) {
            register(token, from, from + step);
            Files.writeString(filled, Integer.toString(from + step));
        }
        line.put("orders", ORDERS);
        line.put("entered_per_s", Figures.round((ORDERS - begin) / Math.max(1e-9, (System.nanoTime() - since) / 1e9)));
    }

    private void register(String token, int from, int to) throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = from + client;
            clients.add(new Thread(() -> {
                for (int number = first; number < to; number += CLIENTS) {
                    register(token, number);
                }
            }));
        }
        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }
    }

    /** Under a key of its own, so that a run that was broken off repeats none. */
    private void register(String token, int number) {
        try {
            HttpRequest.Builder request = contract(token, "BENCH-%05d".formatted(number), number);
            for (int tries = 0; instance.send(request).statusCode() == 503 && tries < 10; tries++) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder contract(String token, String contract, int number) throws IOException {
        Map<String, Object> values = Map.of(
                "contract-number", contract,
                "contract-kind", "sale",
                "customer", "C-%05d".formatted(1 + number % CUSTOMERS),
                "signed-on", LocalDate.now().minusDays(number % 3).toString());
        return instance.command("entry/register", token, Map.of("values", values)).setHeader("Idempotency-Key", contract);
    }

    private void read() throws IOException, InterruptedException {
        String deep = deep();
        JsonNode customer = Json.read(instance.send(instance.api("orders?words=BENCH-05001", instance.token("chen"))).body())
                .path("orders").path(0);
        String order = customer.path("number").asText();
        String name = customer.path("customerName").asText();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("worklist", "/worklist");
        pages.put("orders", "/orders");
        pages.put("orders_deep", "/orders?after=" + deep);
        pages.put("search_number", "/search?words=BENCH-05001");
        pages.put("search_chinese", "/search?words=" + URLEncoder.encode(name.substring(0, Math.min(4, name.length())), StandardCharsets.UTF_8));
        pages.put("order", "/orders/" + order);
        for (String reader : READERS) {
            Visitor visitor = new Visitor(instance);
            visitor.signIn(reader, visitor.fetch("/sign-in").text());
            Map<String, Object> figures = new LinkedHashMap<>();
            for (Map.Entry<String, String> page : pages.entrySet()) {
                figures.put(page.getKey(), timed(visitor, page.getValue()));
            }
            line.put(reader, figures);
        }
        line.put("rss_mb", Figures.round(instance.residentMegabytes()));
        line.put("beside", "goal: p99 <= 50 ms; Tryton with 10,000 orders: newest fifty 165 ms, text 40 ms, one order 15 ms");
    }

    private Map<String, Object> timed(Visitor visitor, String path) throws IOException, InterruptedException {
        for (int i = 0; i < WARM; i++) {
            visitor.fetch(path);
        }
        List<Double> millis = new ArrayList<>();
        double cpu = instance.cpuSeconds();
        for (int i = 0; i < ASKED; i++) {
            long begin = System.nanoTime();
            visitor.fetch(path);
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("p50_ms", Figures.median(millis));
        figures.put("p99_ms", Figures.quantile(millis, 0.99));
        figures.put("cpu_ms", Figures.round((instance.cpuSeconds() - cpu) * 1000 / ASKED));
        return figures;
    }

    /** Where the middle of the list begins, found as a person would: page by page. */
    private String deep() throws IOException, InterruptedException {
        String token = instance.token("chen");
        String after = "";
        for (int page = 0; page < ORDERS / 2 / 100; page++) {
            after = Json.read(instance.send(instance.api("orders?limit=100&after=" + after, token)).body()).path("next").asText();
        }
        return after;
    }
}
