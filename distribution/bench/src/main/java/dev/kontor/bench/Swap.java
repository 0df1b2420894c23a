package dev.kontor.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * P5: a rule, then a number is changed while four users ask; when does the new version decide, and what do the users feel? The
 * first changes are counted apart: what compiles rules is cold until it has done so a few dozen times.
 */
final class Swap {

    private static final String SET = "review/joint";
    private static final int USERS = 4;
    private static final int WARMING = 30;
    private static final int CHANGES = 10;
    private static final double QUIET_S = 0.3;

    private Swap() {}

    static Map<String, Object> measure(Path original) throws Exception {
        Path folder = Instance.folder();
        Path distribution = copy(original, folder.resolve("kontor"));
        try (Instance instance = new Instance(distribution, folder.resolve("data"))) {
            instance.untilAtWork();
            String lina = instance.token("lina");
            String rules = instance.token("rules");
            try (Load load = new Load(instance, USERS, (user, round) -> instance.api(round % 2 == 0 ? "tasks" : "orders", lina))) {
                TimeUnit.SECONDS.sleep(15);
                load.taken();
                TimeUnit.SECONDS.sleep(10);
                return changes(instance, distribution.resolve("rules").resolve(SET), rules, load);
            }
        }
    }

    private static Map<String, Object> changes(Instance instance, Path set, String token, Load load) throws Exception {
        List<Double> steady = load.taken();
        List<Double> warming = changes(instance, set.resolve("large-order.drl"), "// ", token, WARMING);
        load.taken();
        List<Double> rules = changes(instance, set.resolve("large-order.drl"), "// ", token, CHANGES);
        List<Double> numbers = changes(instance, set.resolve("parameters.csv"), "", token, CHANGES);
        List<Double> meanwhile = load.taken();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("cold_s", Figures.round(warming.get(0)));
        line.put("warming_s", Figures.rounded(warming));
        line.put("rule_settled_to_active_s", Figures.median(rules));
        line.put("number_settled_to_active_s", Figures.median(numbers));
        line.put("rules_s", Figures.rounded(rules));
        line.put("numbers_s", Figures.rounded(numbers));
        line.put("steady_p50_ms", Figures.quantile(steady, 0.5));
        line.put("steady_p99_ms", Figures.quantile(steady, 0.99));
        line.put("meanwhile_p50_ms", Figures.quantile(meanwhile, 0.5));
        line.put("meanwhile_p99_ms", Figures.quantile(meanwhile, 0.99));
        line.put("meanwhile_max_ms", Figures.quantile(meanwhile, 1));
        line.put("broken_file_keeps_old_version", broken(instance, set, token));
        line.put("failed_requests", load.failed());
        line.put("first_failure", load.firstFailure());
        line.put("users", USERS);
        line.put("beside", "KIE Server 7.74, quiet machine: 0.45 s with 4 users, slowest request 0.10 s meanwhile");
        return line;
    }

    /** Adds a line to the file, time after time; how long each change took from when the file had settled. */
    private static List<Double> changes(Instance instance, Path file, String added, String token, int times) throws Exception {
        List<Double> seconds = new ArrayList<>();
        String text = Files.readString(file);
        for (int change = 1; change <= times; change++) {
            long before = active(instance, token).path("version").path("number").asLong();
            Files.writeString(file, text + added + "\n".repeat(change));
            long written = System.nanoTime();
            while (active(instance, token).path("version").path("number").asLong() == before) {
                if (System.nanoTime() - written > TimeUnit.SECONDS.toNanos(60)) {
                    throw new IOException("The change was not taken: " + instance.send(instance.api("rules/" + SET, token)).body());
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            seconds.add((System.nanoTime() - written) / 1e9 - QUIET_S);
        }
        return seconds;
    }

    private static boolean broken(Instance instance, Path set, String token) throws Exception {
        String before = active(instance, token).toString();
        Files.writeString(set.resolve("broken.drl"), "package review.joint\nrule \"half\nwhen\n");
        TimeUnit.SECONDS.sleep(4);
        boolean kept = active(instance, token).toString().equals(before);
        Files.delete(set.resolve("broken.drl"));
        return kept;
    }

    private static JsonNode active(Instance instance, String token) throws Exception {
        return Json.read(instance.send(instance.api("rules/" + SET, token)).body()).path("set").path("active");
    }

    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return to;
    }
}
