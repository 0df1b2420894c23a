package dev.kontor.bench;

import dev.kontor.bench.BadBundle.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A partner's bundle with one page: from the moment at which its jar lies in the folder until the page is served, approved as soon as it
 * can be; and what each holds of the memory. Beside it an empty bundle in a bare Felix.
 */
final class Partner {

    private static final long PATIENCE_S = 60;
    /** After a start caches still go. */
    private static final long SETTLING_S = 60;

    private final Instance instance;
    private final Path distribution;
    private final PartnerBundles bundles;
    private final String lina;

    private Partner(Instance instance, Path distribution) throws IOException, InterruptedException {
        this.instance = instance;
        this.distribution = distribution;
        this.bundles = new PartnerBundles(instance);
        this.lina = instance.token("lina");
    }

    static Map<String, Object> measure(Path distribution, int copies) throws Exception {
        Path data = Files.createDirectories(Instance.folder().resolve("data"));
        Files.writeString(data.resolve("demo.played"), ""); // nobody needs the company's history here
        try (Instance instance = new Instance(distribution, data)) {
            instance.untilReady();
            Map<String, Object> line = new Partner(instance, distribution).line(copies);
            Map<String, Object> bare = BareFelix.measured(distribution, copies);
            line.put("bare_felix", bare);
            line.put("heap_ratio", ratio(line, bare, "heap_kb_each"));
            line.put("metaspace_ratio", ratio(line, bare, "metaspace_kb_each"));
            return line;
        }
    }

    private static double ratio(Map<String, Object> ours, Map<String, Object> bare, String figure) {
        return Figures.round(((Number) ours.get(figure)).doubleValue() / ((Number) bare.get(figure)).doubleValue());
    }

    private Map<String, Object> line(int copies) throws IOException, InterruptedException {
        Map<String, Object> line = new LinkedHashMap<>();
        List<Served> warm = new ArrayList<>();
        Served cold = served(0);
        TimeUnit.SECONDS.sleep(SETTLING_S);
        Inside before = Inside.of(instance.pid());
        for (int copy = 1; copy <= copies; copy++) {
            warm.add(served(copy));
        }
        Inside after = Inside.of(instance.pid());
        line.put("bundles", copies);
        line.put("cold", cold.line());
        line.put("warm_dropped_to_served_s", Figures.median(warm.stream().map(each -> each.proposed() + each.started()).toList()));
        line.put("warm_dropped_to_proposed_s", Figures.median(warm.stream().map(Served::proposed).toList()));
        line.put("warm_approved_to_served_s", Figures.median(warm.stream().map(Served::started).toList()));
        line.put("heap_kb_each", Figures.round((after.heapMegabytes() - before.heapMegabytes()) * 1000 / copies));
        line.put("metaspace_kb_each", Figures.round((after.metaspaceMegabytes() - before.metaspaceMegabytes()) * 1024 / copies));
        return line;
    }

    /**
     * @param proposed seconds until it could be approved: a folder is looked at each second, and a file must stand still for one look
     * @param started seconds from the approval until its page was served
     */
    private record Served(double proposed, double started) {

        Map<String, Object> line() {
            return Map.of("dropped_to_proposed_s", Figures.round(proposed), "approved_to_served_s", Figures.round(started));
        }
    }

    private Served served(int copy) throws IOException, InterruptedException {
        BadBundle bundle = BadBundle.of("good " + copy, Place.SHOW, "");
        byte[] jar = bundle.jar(distribution.resolve("lib/repository"), "1.0.0");
        Path file = Files.createDirectories(distribution.resolve("deploy")).resolve("bench-" + copy + ".jar");
        try {
            long begin = System.nanoTime();
            Files.write(file, jar);
            until(() -> bundles.state(jar).startsWith("waits"));
            long proposed = System.nanoTime();
            bundles.approve(jar);
            until(() -> instance.send(instance.api("pages/" + bundle.page(), lina)).statusCode() == 200);
            return new Served((proposed - begin) / 1e9, (System.nanoTime() - proposed) / 1e9);
        } finally {
            Files.delete(file);
        }
    }

    private interface Question {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void until(Question question) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!question.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException("The bundle did not come.");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
