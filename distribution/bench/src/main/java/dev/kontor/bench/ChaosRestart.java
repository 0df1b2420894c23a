package dev.kontor.bench;

import dev.kontor.bench.BadBundle.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A restart without what the framework has kept, with one bundle in quarantine and one that is well. */
final class ChaosRestart {

    private static final BadBundle BAD = BadBundle.of("in quarantine at a restart", Place.SHOW,
            "if (yes()) { throw new StackOverflowError(\"bad\"); }");
    private static final BadBundle GOOD = BadBundle.of("well at a restart", Place.SHOW, "");
    private static final String STANDS = "should run and does not";
    /** Three strikes, and twice half a minute of rest between them. */
    private static final long PATIENCE_S = 180;

    private final Path distribution;
    private final Path data;
    private byte[] bad = new byte[0];
    private byte[] good = new byte[0];
    private String before = "";

    ChaosRestart(Path distribution, Path data) {
        this.distribution = distribution;
        this.data = data;
    }

    void prepare(Instance instance) throws IOException, InterruptedException {
        PartnerBundles bundles = new PartnerBundles(instance);
        Path repository = distribution.resolve("lib/repository");
        bad = BAD.jar(repository, "1.0.0");
        good = GOOD.jar(repository, "1.0.0");
        for (byte[] jar : List.of(bad, good)) {
            bundles.bring("install", jar);
            bundles.approved(jar);
        }
        String lina = instance.token("lina");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!bundles.state(bad).equals(STANDS) && System.nanoTime() < end) {
            instance.send(instance.api("pages/" + BAD.page(), lina));
            TimeUnit.SECONDS.sleep(1);
        }
        before = bundles.state(bad);
    }

    Map<String, Object> line() throws IOException, InterruptedException {
        remove(data.resolve("cache"));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bad_before", before);
        try (Instance instance = new Instance(distribution, data)) {
            line.put("ready_s", Figures.round(instance.until(instance.to("/health/ready").build())));
            PartnerBundles bundles = new PartnerBundles(instance);
            String lina = instance.token("lina");
            line.put("bad", bundles.state(bad));
            line.put("bad_page", instance.send(instance.api("pages/" + BAD.page(), lina)).statusCode());
            line.put("good", bundles.state(good));
            line.put("good_page", instance.send(instance.api("pages/" + GOOD.page(), lina)).statusCode());
        }
        return line;
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
