package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * P6: numbers and rules are changed a thousand times, by the folder and by upload in turn, while people ask a hundred things
 * a second and every tenth of them decides. In the end every decision is executed again by the version that it cites.
 */
final class Soak {

    private static final String SET = "entry/deadlines";
    private static final int PER_SECOND = Integer.parseInt(System.getenv().getOrDefault("BENCH_PER_SECOND", "100"));
    private static final int WARM_CHANGES = 20;
    private static final int STEADY_S = 30;
    private static final List<String> READS = List.of("tasks", "orders", "orders?limit=20", "tasks", "orders?limit=5&words=S-");

    private final Instance instance;
    private final Path folder;
    private final Path rule;
    private final String rules;
    private int change;
    private int refused;

    private Soak(Instance instance, Path folder) throws IOException, InterruptedException {
        this.instance = instance;
        this.folder = folder;
        this.rules = instance.token("rules");
        try (Stream<Path> files = Files.list(folder)) {
            this.rule = files.filter(file -> file.toString().endsWith(".drl")).sorted().findFirst().orElseThrow();
        }
    }

    static Map<String, Object> measure(Path original, int changes) throws Exception {
        Path home = Instance.folder();
        Path distribution = Swap.copy(original, home.resolve("kontor"));
        try (Instance instance = new Instance(distribution, home.resolve("data"))) {
            instance.untilAtWork();
            return new Soak(instance, distribution.resolve("rules").resolve(SET)).line(changes);
        }
    }

    private Map<String, Object> line(int changes) throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        String lina = instance.token("lina");
        try (OpenLoad load = new OpenLoad(instance, PER_SECOND, (user, round) -> request(round, lina))) {
            change(WARM_CHANGES);
            Inside before = Inside.of(instance.pid());
            TimeUnit.SECONDS.sleep(2);
            load.taken();
            TimeUnit.SECONDS.sleep(STEADY_S);
            List<Double> steady = load.taken();
            long begun = System.nanoTime();
            change(changes);
            double seconds = (System.nanoTime() - begun) / 1e9;
            List<Double> meanwhile = load.taken();
            load.close();
            line.put("changes", changes);
            line.put("seconds", Figures.round(seconds));
            line.put("requests", steady.size() + meanwhile.size());
            line.put("failed_requests", load.failed() + refused);
            line.put("first_failure", load.firstFailure());
            latency(line, steady, meanwhile);
            proof(line);
            line.put("versions", read("rules/" + SET).path("versions").size());
            line.put("before", before.line());
            line.put("after", Inside.of(instance.pid()).line());
        }
        line.put("per_s", PER_SECOND);
        line.put("flags", "-Xms128m -Xmx512m -XX:+UseSerialGC; Derby, durable");
        return line;
    }

    private static void latency(Map<String, Object> line, List<Double> steady, List<Double> meanwhile) {
        line.put("steady_p50_ms", Figures.quantile(steady, 0.5));
        line.put("steady_p99_ms", Figures.quantile(steady, 0.99));
        line.put("meanwhile_p50_ms", Figures.quantile(meanwhile, 0.5));
        line.put("meanwhile_p99_ms", Figures.quantile(meanwhile, 0.99));
        line.put("meanwhile_max_ms", Figures.quantile(meanwhile, 1));
        line.put("p99_ratio", Figures.round(Figures.quantile(meanwhile, 0.99) / Figures.quantile(steady, 0.99)));
    }

    private HttpRequest.Builder request(int round, String token) throws IOException {
        return round % 10 == 0 ? register(token) : instance.api(READS.get(round % READS.size()), token);
    }

    private HttpRequest.Builder register(String token) throws IOException {
        return instance.command("entry/register", token, Map.of("values", Map.of(
                "contract-number", "S-" + UUID.randomUUID(), "contract-kind", "sale",
                "customer", "C-00001", "signed-on", LocalDate.now().toString())));
    }

    /** One after the other: a number in the folder, a number by upload, a rule in the folder, a rule by upload. */
    private void change(int times) throws IOException, InterruptedException {
        for (int time = 0; time < times; time++) {
            change++;
            String before = activation();
            Path file = change % 4 < 2 ? folder.resolve("parameters.csv") : rule;
            String words = words(file);
            if (change % 2 == 0) {
                Path beside = folder.getParent().resolveSibling("soak.tmp");
                Files.writeString(beside, words);
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                upload(file.getFileName().toString(), words);
            }
            untilAfter(before);
        }
    }

    private String words(Path file) throws IOException {
        String now = Files.readString(file).replaceAll("(?m)^(#|//) change \\d+\n", "");
        boolean rules = file.equals(rule);
        return (rules ? now : now.replaceAll("(?m)^entry-days,[0-9]+,", "entry-days,%d,".formatted(2 + change % 60))).stripTrailing()
                + "\n" + (rules ? "//" : "#") + " change " + change + "\n";
    }

    private void upload(String file, String words) throws IOException, InterruptedException {
        HttpResponse<String> answer = instance.send(instance.command("rules/upload", rules, Map.of("values", Map.of(
                "set", SET, "file", file, "content", words, "then", "activate", "reason", "Change " + change))));
        if (answer.statusCode() != 200) {
            throw new IOException("The change %d was not taken: %s".formatted(change, answer.body()));
        }
    }

    private String activation() throws IOException, InterruptedException {
        return read("journal?limit=1&kind=rules.activated").toString();
    }

    private void untilAfter(String before) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (activation().equals(before)) {
            if (System.nanoTime() > end) {
                throw new IOException("The change %d was not taken: %s".formatted(change, read("rules/" + SET).path("set").path("candidate")));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Every decision of the set, by the version that it cites. */
    private void proof(Map<String, Object> line) throws IOException, InterruptedException {
        HttpResponse<String> answer = instance.send(instance.command("rules/verify", rules, Map.of("values", Map.of("set", SET))));
        String report = Json.read(answer.body()).path("next").asText();
        JsonNode replay = read(report).path("replay");
        while (!replay.path("state").asText().equals("DONE")) {
            TimeUnit.MILLISECONDS.sleep(200);
            replay = read(report).path("replay");
        }
        line.put("decisions_executed_again", replay.path("done").asInt());
        line.put("decisions_that_differ", replay.path("changed").asInt());
    }

    /** Whoever looks whether a change has been taken has patience, but what was refused counts as failed. */
    private JsonNode read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = instance.send(instance.api(path, rules));
        while (answer.statusCode() == 503) {
            refused++;
            TimeUnit.MILLISECONDS.sleep(200);
            answer = instance.send(instance.api(path, rules));
        }
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return Json.read(answer.body());
    }
}
