package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * P10: the version that decides is tried on every decision it took, once alone and once while somebody works. Over the data
 * that {@code thousands} entered, named by {@code BENCH_DATA}; else over the demo company's few.
 */
final class Retrial {

    private static final String SET = "entry/deadlines";
    private static final long STEADY_S = 20;

    private final Instance instance;
    private final String token;

    private Retrial(Instance instance) throws IOException, InterruptedException {
        this.instance = instance;
        this.token = instance.token("rules");
    }

    static Map<String, Object> measure(Path distribution) throws Exception {
        String kept = System.getenv().getOrDefault("BENCH_DATA", "");
        Path data = kept.isEmpty() ? Instance.folder() : Path.of(kept).toAbsolutePath();
        try (Instance instance = new Instance(distribution, data)) {
            return new Retrial(instance.untilAtWork()).line();
        }
    }

    private Map<String, Object> line() throws IOException, InterruptedException {
        Map<String, Object> line = new LinkedHashMap<>();
        String staff = instance.token("chen");
        tried(); // what is first runs cold
        double cpu = instance.cpuSeconds();
        Tried alone = tried();
        line.put("decisions", alone.decisions());
        line.put("changed", alone.changed());
        line.put("alone_per_s", Figures.round(alone.decisions() / alone.seconds()));
        line.put("alone_cpu_ms_each", Figures.round((instance.cpuSeconds() - cpu) * 1000 / alone.decisions()));
        try (Load load = new Load(instance, 1, (user, round) -> instance.api(round % 2 == 0 ? "tasks" : "orders", staff))) {
            TimeUnit.SECONDS.sleep(STEADY_S);
            load.taken();
            TimeUnit.SECONDS.sleep(STEADY_S);
            List<Double> steady = load.taken();
            Tried beside = tried();
            List<Double> meanwhile = load.taken();
            line.put("beside_work_per_s", Figures.round(beside.decisions() / beside.seconds()));
            line.put("steady_p50_ms", Figures.quantile(steady, 0.5));
            line.put("steady_p99_ms", Figures.quantile(steady, 0.99));
            line.put("meanwhile_p50_ms", Figures.quantile(meanwhile, 0.5));
            line.put("meanwhile_p99_ms", Figures.quantile(meanwhile, 0.99));
            line.put("failed_requests", load.failed());
        }
        return line;
    }

    /** @param seconds from the command to the last decision, its rests included */
    private record Tried(int decisions, int changed, double seconds) {}

    private Tried tried() throws IOException, InterruptedException {
        String digest = read("rules/" + SET).path("set").path("active").path("version").path("digest").asText();
        long begun = System.nanoTime();
        HttpResponse<String> answer = instance.send(instance.command("rules/replay", token, Map.of("values", Map.of(
                "set", SET, "digest", digest, "from", LocalDate.now().minusYears(1).toString(), "to", LocalDate.now().plusDays(1).toString()))));
        String report = Json.read(answer.body()).path("next").asText();
        JsonNode replay = read(report).path("replay");
        while (replay.path("done").asInt() < replay.path("total").asInt()) {
            TimeUnit.MILLISECONDS.sleep(50);
            replay = read(report).path("replay");
        }
        return new Tried(replay.path("done").asInt(), replay.path("changed").asInt(), (System.nanoTime() - begun) / 1e9);
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        return Json.read(instance.send(instance.api(path, token)).body());
    }
}
