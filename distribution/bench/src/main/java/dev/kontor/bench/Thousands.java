package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * P8: what people wait for with 10,000 orders in the house, or with so many as are named, one who asks one page after the
 * other. The orders are entered at the desk, as everybody's are; a folder named by {@code BENCH_DATA} is filled once and used again.
 */
final class Thousands {

    private static final int CLIENTS = 8;
    /** How many orders a kept folder has. */
    static final String FILLED = "filled";
    static final String CONTRACT = "BENCH-%05d";
    private static final int CUSTOMERS = 5;
    private static final List<String> READERS = List.of("lina", "chen", "auditor");
    private static final Pattern TAB = Pattern.compile("\\?tab=([a-z-]+)");

    private final Instance instance;
    private final int wanted;
    private final Map<String, Object> line = new LinkedHashMap<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();

    private Thousands(Instance instance, int wanted) {
        this.instance = instance;
        this.wanted = wanted;
    }

    static Map<String, Object> measure(Path distribution, int wanted) throws Exception {
        String kept = System.getenv().getOrDefault("BENCH_DATA", "");
        Path data = kept.isEmpty() ? Instance.folder() : Path.of(kept).toAbsolutePath();
        try (Instance instance = new Instance(distribution, data)) {
            Thousands thousands = new Thousands(instance.untilAtWork(), wanted);
            thousands.fill(data.resolve(FILLED));
            thousands.read();
            return thousands.line;
        }
    }

    /** Registers the first of them; {@link #measure} goes on from there. */
    static void begin(Instance instance, Path data) throws IOException, InterruptedException {
        new Thousands(instance, 1).fill(data.resolve(FILLED));
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
        for (int from = begin; from < wanted; from += step) {
            register(token, from, from + step);
            if (!failed.isEmpty()) {
                throw new IOException("%d orders were not entered. The first: %s".formatted(failed.size(), failed.peek()));
            }
            Files.writeString(filled, Integer.toString(from + step));
        }
        line.put("orders", Math.max(begin, wanted));
        line.put("entered_per_s", Figures.round(Math.max(0, wanted - begin) / Math.max(1e-9, (System.nanoTime() - since) / 1e9)));
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
            HttpResponse<String> answer = instance.send(contract(token, CONTRACT.formatted(number), number));
            for (int tries = 0; answer.statusCode() == 503 && tries < 50; tries++) {
                TimeUnit.MILLISECONDS.sleep(200);
                answer = instance.send(contract(token, CONTRACT.formatted(number), number));
            }
            if (answer.statusCode() != 200) {
                failed.add("%d: %d %s".formatted(number, answer.statusCode(), answer.body()));
            }
        } catch (IOException lost) {
            failed.add(number + ": " + lost);
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
        String token = instance.token("chen");
        JsonNode one = orders("words=BENCH-05001", token).path(0);
        String name = one.path("customerName").asText();
        String other = orders("words=BENCH-05002", token).path(0).path("customerName").asText();
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("orders", "orders");
        lists.put("orders_middle", "orders?after=" + middle(token));
        lists.put("orders_due", "orders?sort=due");
        lists.put("orders_total", "orders?sort=total");
        lists.put("orders_milestone", "orders?milestone=entry.registered");
        lists.put("orders_role", "orders?role=finance.reviewer");
        lists.put("orders_department", "orders?department=finance");
        lists.put("orders_late", "orders?late=yes");
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("search_number", "words=BENCH-05001");
        searches.put("search_frequent", "words=" + encoded(name.substring(0, Math.min(4, name.length()))));
        searches.put("search_two_frequent", "words=" + encoded(name.substring(0, 2) + " BENCH"));
        searches.put("search_nothing", "words=" + encoded(name.substring(0, 2) + " " + other.substring(0, 2)));
        String first = one.path("number").asText();
        String furthest = furthest(token);
        Set<String> tabs = tabs(furthest);
        for (String reader : READERS) {
            Map<String, Object> figures = new LinkedHashMap<>(
                    Reading.pages(instance, reader).figures(pages(lists, searches, first, furthest, tabs)));
            figures.put("rest", Reading.rest(instance, reader).figures(rest(lists, searches, first)));
            line.put(reader, figures);
        }
        line.put("rss_mb", Figures.round(instance.residentMegabytes()));
        line.put("beside", "goal: p99 <= 50 ms; Tryton with 10,000 orders: newest fifty 165 ms, text 40 ms, one order 15 ms");
    }

    private static Map<String, String> pages(
            Map<String, String> lists, Map<String, String> searches, String first, String furthest, Set<String> tabs) {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String part : List.of("", "whose=held", "whose=roles", "whose=colleagues", "due=late", "due=today")) {
            pages.put(part.isEmpty() ? "worklist" : "worklist_" + part.replaceAll(".*=", ""), "/worklist?" + part);
        }
        lists.forEach((key, address) -> pages.put(key, "/" + address));
        searches.forEach((key, words) -> pages.put(key, "/search?" + words));
        pages.put("order", "/orders/" + first);
        for (String tab : tabs) {
            pages.put("order_" + tab, "/orders/" + furthest + "?tab=" + tab);
        }
        return pages;
    }

    private static Map<String, String> rest(Map<String, String> lists, Map<String, String> searches, String order) {
        Map<String, String> addresses = new LinkedHashMap<>(Map.of("tasks", "tasks"));
        addresses.putAll(lists);
        searches.forEach((key, words) -> addresses.put(key, "orders?" + words));
        for (String part : List.of("", "/waiting", "/journal", "/decisions", "/offers")) {
            addresses.put("order" + part.replace('/', '_'), "orders/" + order + part);
        }
        return addresses;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private JsonNode orders(String query, String token) throws IOException, InterruptedException {
        return Json.read(instance.send(instance.api("orders?" + query, token)).body()).path("orders");
    }

    /** The demo's order about which most is known. */
    private String furthest(String token) throws IOException, InterruptedException {
        String furthest = "";
        int most = -1;
        for (JsonNode order : orders("rising=yes&limit=30", token)) {
            String number = order.path("number").asText();
            int reached = Json.read(instance.send(instance.api("orders/" + number + "/milestones", token)).body()).size();
            if (reached > most) {
                most = reached;
                furthest = number;
            }
        }
        return furthest;
    }

    /** As the head of sales sees them; one that another reader may not open shows them the first. */
    private Set<String> tabs(String order) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(instance);
        visitor.signIn("chen", visitor.fetch("/sign-in").text());
        return TAB.matcher(visitor.fetch("/orders/" + order).text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Where the middle of the list begins, found as a person would: page by page. */
    private String middle(String token) throws IOException, InterruptedException {
        String after = "";
        for (int page = 0; page < wanted / 2 / 100; page++) {
            after = Json.read(instance.send(instance.api("orders?limit=100&after=" + after, token)).body()).path("next").asText();
        }
        return after;
    }
}
