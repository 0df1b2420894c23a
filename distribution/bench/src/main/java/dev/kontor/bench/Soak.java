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
 * P6: numbers and rules are changed a thousand times, one change a second, by the folder and by upload in turn, while people ask
 * a hundred things a second and every tenth of them decides. In the end every decision is executed again by the version that
 * it cites.
 */
final class Soak {

    private static final String SET = "entry/deadlines";
    private static final int PER_SECOND = Integer.parseInt(System.getenv().getOrDefault("BENCH_PER_SECOND", "100"));
    /** From the begin of one change to that of the next; 0 for one right after the other. */
    private static final double CHANGE_S = Double.parseDouble(System.getenv().getOrDefault("BENCH_CHANGE_S", "1"));
    private static final int WARM_CHANGES = 100;
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
        try (OpenLoad reading = new OpenLoad(instance, PER_SECOND - PER_SECOND / 10, (user, round) -> instance.api(READS.get(round % READS.size()), lina));
                OpenLoad deciding = new OpenLoad(instance, PER_SECOND / 10, (user, round) -> register(lina))) {
            change(WARM_CHANGES);
            Inside before = Inside.of(instance.pid());
            TimeUnit.SECONDS.sleep(2);
            reading.taken();
            deciding.taken();
            TimeUnit.SECONDS.sleep(STEADY_S);
            Times steady = new Times(reading.taken(), deciding.taken());
            long begun = System.nanoTime();
            double cpu = instance.cpuSeconds();
            change(changes);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Times meanwhile = new Times(reading.taken(), deciding.taken());
            line.put("changes", changes);
            line.put("seconds", Figures.round(seconds));
            line.put("cores_busy", Figures.round((instance.cpuSeconds() - cpu) / seconds));
            reading.close();
            deciding.close();
            line.put("requests", steady.all().size() + meanwhile.all().size());
            line.put("failed_requests", reading.failed() + deciding.failed() + refused);
            line.put("first_failure", reading.firstFailure() + deciding.firstFailure());
            line.put("steady", steady.line());
            line.put("meanwhile", meanwhile.line());
            line.put("p99_ratio", Figures.round(Figures.quantile(meanwhile.all(), 0.99) / Figures.quantile(steady.all(), 0.99)));
            proof(line);
            line.put("versions", read("rules/" + SET).path("versions").size());
            line.put("before", before.line());
            line.put("after", Inside.of(instance.pid()).line());
        }
        line.put("per_s", PER_SECOND);
        line.put("change_every_s", CHANGE_S);
        line.put("flags", "-Xms128m -Xmx512m -XX:+UseSerialGC; Derby, durable");
        return line;
    }

    private record Times(List<Double> reading, List<Double> deciding) {

        List<Double> all() {
            return Stream.concat(reading.stream(), deciding.stream()).toList();
        }

        Map<String, Object> line() {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("p50_ms", Figures.quantile(all(), 0.5));
            line.put("p99_ms", Figures.quantile(all(), 0.99));
            line.put("max_ms", Figures.quantile(all(), 1));
            line.put("reading_p99_ms", Figures.quantile(reading, 0.99));
            line.put("deciding_p50_ms", Figures.quantile(deciding, 0.5));
            line.put("deciding_p99_ms", Figures.quantile(deciding, 0.99));
            return line;
        }
    }

    private HttpRequest.Builder register(String token) throws IOException {
        return instance.command("entry/register", token, Map.of("values", Map.of(
                "contract-number", "S-" + UUID.randomUUID(), "contract-kind", "sale",
                "customer", "C-00001", "signed-on", LocalDate.now().toString())));
    }

    /** One after the other: a number in the folder, a number by upload, a rule in the folder, a rule by upload. */
    private void change(int times) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        for (int time = 0; time < times; time++) {
            TimeUnit.NANOSECONDS.sleep(begun + (long) (time * CHANGE_S * 1e9) - System.nanoTime());
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
            TimeUnit.MILLISECONDS.sleep(50);
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
