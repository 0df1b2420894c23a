package dev.kontor.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The review department, then a partner's bundle, is brought anew time after time, while 100 requests a second come: four in
 * five go elsewhere and must not fail, the fifth goes to the one that is brought anew and may be told to come again.
 */
final class Updates {

    private static final int PER_SECOND = Integer.parseInt(System.getenv().getOrDefault("BENCH_PER_SECOND", "100"));
    private static final int STEADY_S = 20;
    private static final int PAUSE_MS = 500;
    private static final String REVIEW = "dev.kontor.review";
    private static final String UPDATER = "dev.kontor.bench.updater";

    private final Instance instance;
    private final Path data;
    private final Path repository;
    private final int times;
    private final String lina;
    private final String chen;
    private final String order;
    private final Visitor visitor;

    private Updates(Instance instance, Path data, Path repository, int times) throws IOException, InterruptedException {
        this.instance = instance;
        this.data = data;
        this.repository = repository;
        this.times = times;
        this.lina = instance.token("lina");
        this.chen = instance.token("chen");
        this.order = Json.read(instance.send(instance.api("orders?limit=1", lina)).body()).path("orders").path(0).path("number").asText();
        this.visitor = new Visitor(instance);
        visitor.signIn("lina", visitor.fetch("/sign-in").text());
    }

    static Map<String, Object> measure(Path original, int times) throws Exception {
        Path folder = Instance.folder();
        Path distribution = Swap.copy(original, folder.resolve("kontor"));
        withUpdater(distribution);
        Path data = folder.resolve("data");
        try (Instance instance = new Instance(distribution, data)) {
            instance.untilAtWork();
            return new Updates(instance, data, distribution.resolve("lib/repository"), times).line();
        }
    }

    /** The platform's feature with one bundle more. */
    private static void withUpdater(Path distribution) throws IOException {
        Path jar = distribution.resolve("lib/repository/dev/kontor/bench/updater/1/updater-1.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", UPDATER);
        attributes.putValue("Bundle-Activator", Updater.class.getName());
        attributes.putValue("Import-Package", "org.osgi.framework,org.osgi.framework.wiring");
        String entry = Updater.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = Updates.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
        Path feature = distribution.resolve("lib/feature-derby.json");
        ObjectNode json = (ObjectNode) Json.read(Files.readString(feature));
        ObjectNode bundle = json.withArray("bundles").addObject();
        bundle.put("id", "dev.kontor.bench:updater:1");
        bundle.put("start-order", "12");
        Files.writeString(feature, json.toString());
    }

    private Map<String, Object> line() throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("per_s", PER_SECOND);
        line.put("times", times);
        Path jar = reviewJar();
        line.put("review", measured("pages/review/rounds", time -> updated(jar)));
        line.put("partner", partner());
        line.put("deadlocks", Inside.deadlocks(instance.pid()));
        return line;
    }

    private Path reviewJar() throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.getFileName().toString().matches(REVIEW + "-.*\\.jar")).findFirst().orElseThrow();
        }
    }

    private Map<String, Object> partner() throws Exception {
        PartnerBundles bundles = new PartnerBundles(instance);
        BadBundle well = BadBundle.of("well", BadBundle.Place.SHOW, "");
        byte[] first = well.jar(repository, "1.0.0");
        bundles.bring("install", first);
        bundles.approved(first);
        return measured("pages/" + well.page(), time -> {
            byte[] next = well.jar(repository, "1.0." + (time + 1));
            bundles.bring("update", next);
            return bundles.approved(next);
        });
    }

    /** One update; says how it stands then. */
    @FunctionalInterface
    private interface Update {
        String make(int time) throws Exception;
    }

    private Map<String, Object> measured(String swapped, Update update) throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        try (OpenLoad elsewhere = new OpenLoad(instance, PER_SECOND * 4 / 5, this::elsewhere);
                OpenLoad there = new OpenLoad(instance, PER_SECOND / 5, (user, round) -> instance.api(swapped, chen))) {
            TimeUnit.SECONDS.sleep(STEADY_S);
            Inside before = Inside.of(instance.pid());
            elsewhere.taken();
            there.taken();
            TimeUnit.SECONDS.sleep(STEADY_S);
            List<Double> steady = elsewhere.taken();
            List<Double> steadyThere = there.taken();
            List<String> ended = new ArrayList<>();
            List<Double> seconds = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                long begin = System.nanoTime();
                String state = update.make(time);
                seconds.add((System.nanoTime() - begin) / 1e9);
                if (!state.startsWith("runs")) {
                    ended.add(state);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
            elsewhere.close();
            there.close();
            line.put("updates_that_failed", ended);
            line.put("update_s", Figures.median(seconds));
            line.put("elsewhere", felt(elsewhere, steady));
            line.put("there", felt(there, steadyThere));
            line.put("before", before.line());
            line.put("after", Inside.of(instance.pid()).line());
        }
        return line;
    }

    private static Map<String, Object> felt(OpenLoad load, List<Double> steady) {
        Map<String, Object> line = new LinkedHashMap<>();
        List<Double> meanwhile = load.taken();
        line.put("answered", meanwhile.size());
        line.put("told_to_come_again", load.putOff());
        line.put("first_told", load.firstPutOff());
        line.put("failed", load.failed());
        line.put("first_failure", load.firstFailure());
        line.put("steady_p99_ms", Figures.quantile(steady, 0.99));
        line.put("p99_ms", Figures.quantile(meanwhile, 0.99));
        line.put("max_ms", Figures.quantile(meanwhile, 1));
        return line;
    }

    private HttpRequest.Builder elsewhere(int user, int round) {
        return switch (round % 4) {
            case 0 -> visitor.request("/worklist");
            case 1 -> instance.api("tasks", lina);
            case 2 -> instance.api("orders?limit=20", lina);
            default -> instance.api("orders/" + order, lina);
        };
    }

    private String updated(Path jar) throws IOException, InterruptedException {
        Path beside = Files.write(data.resolve(Updater.ASKED + ".new"), List.of(REVIEW, jar.toString()));
        Files.move(beside, data.resolve(Updater.ASKED));
        Path done = data.resolve(Updater.DONE);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!Files.exists(done)) {
            if (System.nanoTime() > end) {
                return "no answer";
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        String said = Files.readString(done);
        Files.delete(done);
        return said;
    }
}
