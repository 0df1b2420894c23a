package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * P10: the version that decides is tried on every decision it took, once to warm up, once alone and once while staff ask
 * fifty things a second. Over the data that {@code thousands} entered, named by {@code BENCH_DATA}, copied until there are as
 * many decisions as are wanted; else over the demo company's few. Beside it Drools alone, in a loop over the same facts: those
 * of a thousand decisions held in memory, and all of them read from the same store.
 */
final class Retrial {

    private static final String SET = "entry/deadlines";
    private static final long STEADY_S = 30;
    private static final int STAFF_PER_SECOND = 50;
    private static final int HELD = 1_000;
    private static final int RAW_MOST = 100_000;

    private final Instance instance;
    private final String token;

    private Retrial(Instance instance) throws IOException, InterruptedException {
        this.instance = instance;
        this.token = instance.token("rules");
    }

    /** @param wanted how many decisions there are to be at least; 0 for as many as there are */
    static Map<String, Object> measure(Path distribution, int wanted) throws Exception {
        String kept = System.getenv().getOrDefault("BENCH_DATA", "");
        Path data = kept.isEmpty() ? Instance.folder() : Path.of(kept).toAbsolutePath();
        Map<String, Object> line = new LinkedHashMap<>();
        if (!kept.isEmpty()) {
            try (KeptStore store = new KeptStore(distribution, data)) {
                line.put("decisions_kept", store.multiply(wanted));
                raw(line, store);
            }
        }
        try (Instance instance = new Instance(distribution, data)) {
            line.putAll(new Retrial(instance.untilAtWork()).line());
        }
        return line;
    }

    private static void raw(Map<String, Object> line, KeptStore store) throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        Path folder = Path.of(System.getProperty("bench.sources")).resolve("rules").resolve(SET);
        try (Stream<Path> rules = Files.list(folder)) {
            for (Path rule : rules.filter(file -> file.toString().endsWith(".drl")).toList()) {
                files.put(SET + "/" + rule.getFileName(), Files.readString(rule));
            }
        }
        RawDrools raw = new RawDrools(files);
        List<List<Record>> held = new ArrayList<>();
        store.each(SET, HELD, held::add);
        for (int warm = 0; warm < 20; warm++) {
            held.forEach(raw::decide);
        }
        double cpu = ownCpuSeconds();
        for (int round = 0; round < 50; round++) {
            held.forEach(raw::decide);
        }
        line.put("raw_in_memory_cpu_ms_each", Figures.round((ownCpuSeconds() - cpu) * 1000 / (50 * held.size())));
        store.each(SET, RAW_MOST / 4, raw::decide);
        cpu = ownCpuSeconds();
        int read = store.each(SET, RAW_MOST, raw::decide);
        line.put("raw_from_store", read);
        line.put("raw_from_store_cpu_ms_each", Figures.round((ownCpuSeconds() - cpu) * 1000 / read));
    }

    private static double ownCpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** What is tried first runs cold; Drools alone is measured warm, too. */
    private Map<String, Object> line() throws IOException, InterruptedException {
        Map<String, Object> line = new LinkedHashMap<>();
        String staff = instance.token("chen");
        tried();
        double cpu = instance.cpuSeconds();
        Tried alone = tried();
        line.put("decisions", alone.decisions());
        line.put("changed", alone.changed());
        line.put("alone_per_s", Figures.round(alone.decisions() / alone.seconds()));
        line.put("alone_cpu_ms_each", Figures.round((instance.cpuSeconds() - cpu) * 1000 / alone.decisions()));
        try (OpenLoad load = new OpenLoad(instance, STAFF_PER_SECOND, (user, round) -> instance.api(round % 2 == 0 ? "tasks" : "orders", staff))) {
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
            line.put("p99_ratio", Figures.round(Figures.quantile(meanwhile, 0.99) / Figures.quantile(steady, 0.99)));
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
        while (!replay.path("state").asText().equals("DONE")) {
            TimeUnit.MILLISECONDS.sleep(50);
            replay = read(report).path("replay");
        }
        return new Tried(replay.path("done").asInt(), replay.path("changed").asInt(), (System.nanoTime() - begun) / 1e9);
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        return Json.read(instance.send(instance.api(path, token)).body());
    }
}
