package dev.kontor.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Bad bundles of a partner, one after the other, are installed, used, updated and removed while the staff reads and writes at a
 * steady rate; in the end comes a restart with one in quarantine.
 * A bundle that is refused has run nothing of its own. For each: how it stood after each step, and what the staff felt.
 */
final class Chaos {

    private static final int PER_SECOND = Integer.parseInt(System.getenv().getOrDefault("BENCH_PER_SECOND", "20"));
    private static final String ONLY = System.getenv().getOrDefault("BENCH_ONLY", "");
    private static final int STEADY_S = 30;
    private static final int USES = 5;
    private static final List<String> READS = List.of("tasks", "orders?limit=20");

    private final Instance instance;
    private final Path repository;
    private final PartnerBundles bundles;
    private final String lina;
    private final Visitor visitor;

    private Chaos(Instance instance, Path repository) throws IOException, InterruptedException {
        this.instance = instance;
        this.repository = repository;
        this.bundles = new PartnerBundles(instance);
        this.lina = instance.token("lina");
        this.visitor = new Visitor(instance);
        visitor.signIn("lina", visitor.fetch("/sign-in").text());
    }

    static Map<String, Object> measure(Path distribution) throws Exception {
        Path data = Instance.folder().resolve("data");
        Map<String, Object> line;
        ChaosRestart restart = new ChaosRestart(distribution, data);
        try (Instance instance = new Instance(distribution, data)) {
            instance.untilAtWork();
            line = new Chaos(instance, distribution.resolve("lib/repository")).line();
            restart.prepare(instance);
        }
        line.put("restart", restart.line());
        return line;
    }

    private Map<String, Object> line() throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        List<Map<String, Object>> told = new ArrayList<>();
        try (OpenLoad load = new OpenLoad(instance, PER_SECOND, this::request)) {
            TimeUnit.SECONDS.sleep(STEADY_S);
            load.taken();
            Inside before = Inside.of(instance.pid());
            load.taken();
            TimeUnit.SECONDS.sleep(STEADY_S);
            List<Double> steady = load.taken();
            double p99 = Figures.quantile(steady, 0.99);
            List<Double> all = new ArrayList<>();
            for (BadBundle bad : BadBundles.ALL.stream().filter(each -> each.name().contains(ONLY)).toList()) {
                int failed = failed(load);
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("bundle", bad.name());
                one.putAll(life(bad));
                List<Double> meanwhile = load.taken();
                all.addAll(meanwhile);
                one.put("staff_failed", failed(load) - failed);
                one.put("staff_p99_ratio", Figures.round(Figures.quantile(meanwhile, 0.99) / p99));
                told.add(one);
            }
            load.close();
            line.put("per_s", PER_SECOND);
            line.put("bundles", told.size());
            line.put("staff_requests", steady.size() + all.size());
            line.put("staff_failed", failed(load));
            line.put("first_failure", load.firstFailure());
            line.put("steady_p99_ms", p99);
            line.put("meanwhile_p99_ms", Figures.quantile(all, 0.99));
            line.put("meanwhile_max_ms", Figures.quantile(all, 1));
            line.put("p99_ratio", Figures.round(Figures.quantile(all, 0.99) / p99));
            line.put("before", before.line());
            line.put("after", Inside.of(instance.pid()).line());
        }
        line.put("each", told);
        return line;
    }

    /** Whoever is told to come again is not served either. */
    private static int failed(OpenLoad load) {
        return load.failed() + load.putOff();
    }

    /** A page with everybody's menu, where a partner's page stands too, what the machines of the staff read, and what people write. */
    private HttpRequest.Builder request(int user, int round) throws IOException {
        return switch (round % 4) {
            case 0, 2 -> visitor.request("/worklist");
            case 1 -> instance.api(READS.get(round / 4 % READS.size()), lina);
            default -> instance.command("customers/save", lina, Map.of("values", customer(round)));
        };
    }

    private static Map<String, Object> customer(int round) {
        return Map.of("name", "Chaos " + round, "country", "DE", "address", "Hafenstr. 1, Hamburg", "affiliates", "",
                "contacts", List.of(Map.of("name", "Anke", "phone", "+49 40 1", "email", "anke@example.org")));
    }

    private Map<String, Object> life(BadBundle bad) throws IOException, InterruptedException {
        Map<String, Object> steps = new LinkedHashMap<>();
        byte[] first = bad.jar(repository, "1.0.0");
        HttpResponse<String> brought = bundles.bring("install", first);
        if (brought.statusCode() != 200) {
            steps.put("refused", Json.read(brought.body()).path("gaps").path(0).path("message").asText(brought.body()));
            return steps;
        }
        steps.put("installed", bundles.approved(first));
        List<Integer> uses = new ArrayList<>();
        for (int use = 0; use < USES; use++) {
            uses.add(instance.send(instance.api("pages/" + bad.page(), lina)).statusCode());
        }
        steps.put("used", uses);
        byte[] second = bad.jar(repository, "1.1.0");
        HttpResponse<String> updated = bundles.bring(running(first) ? "update" : "install", second);
        steps.put("updated", updated.statusCode() == 200 ? bundles.approved(second) : updated.body());
        HttpResponse<String> removed = bundles.remove(bad.symbolicName());
        steps.put("removed", removed.statusCode() == 200 ? bundles.settled(second) : Json.read(removed.body()).path("detail").asText());
        return steps;
    }

    private boolean running(byte[] jar) throws IOException, InterruptedException {
        return List.of("runs", "should run and does not").contains(bundles.state(jar));
    }
}
