package dev.kontor.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code bench NAME [COUNT [EACH]]}: one measure, one JSON line. */
public final class Main {

    private Main() {}

    /** A measure of a distribution. */
    @FunctionalInterface
    interface Measure {
        Map<String, Object> of(Path distribution) throws Exception;
    }

    private static final Map<String, Measure> MEASURES = new LinkedHashMap<>();

    static {
        MEASURES.put("start", Start::measure);
        MEASURES.put("memory", Memory::measure);
        MEASURES.put("pages", Pages::measure);
        MEASURES.put("thousands", distribution -> Thousands.measure(distribution, Integer.getInteger("bench.count", 10_000)));
        MEASURES.put("replay", distribution -> Retrial.measure(distribution, Integer.getInteger("bench.count", 0)));
        MEASURES.put("load", distribution -> Loading.measure(distribution, Integer.getInteger("bench.count", 1_000_000)));
        MEASURES.put("old", distribution -> Old.measure(distribution, Integer.getInteger("bench.count", 10), Integer.getInteger("bench.each", 3_000)));
        MEASURES.put("lives", distribution -> Lives.measure(distribution, Integer.getInteger("bench.count", 40)));
        MEASURES.put("approvals", distribution -> Approvals.measure(distribution, Integer.getInteger("bench.count", 100)));
        MEASURES.put("swap", Swap::measure);
        MEASURES.put("soak", distribution -> Soak.measure(distribution, Integer.getInteger("bench.count", 1000)));
        MEASURES.put("durable", Durable::measure);
        MEASURES.put("decide", distribution -> Decide.measure());
        MEASURES.put("chaos", Chaos::measure);
        MEASURES.put("partner", distribution -> Partner.measure(distribution, Integer.getInteger("bench.count", 20)));
        MEASURES.put("updates", distribution -> Updates.measure(distribution, Integer.getInteger("bench.count", 200)));
        MEASURES.put("wall", distribution -> Crossed.measure());
    }

    public static void main(String[] arguments) throws Exception {
        Measure measure = 1 <= arguments.length && arguments.length <= 3 ? MEASURES.get(arguments[0]) : null;
        if (measure == null) {
            System.err.println("bench " + String.join(" | ", MEASURES.keySet()));
            System.exit(2);
        }
        if (arguments.length > 1) {
            System.setProperty("bench.count", arguments[1]);
        }
        if (arguments.length > 2) {
            System.setProperty("bench.each", arguments[2]);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("measure", arguments[0]);
        line.put("commit", System.getProperty("bench.commit", "unknown"));
        line.put("jdk", System.getProperty("java.vm.version"));
        line.put("cores", Runtime.getRuntime().availableProcessors());
        line.putAll(measure.of(Path.of(System.getProperty("bench.distribution"))));
        System.out.println(Json.line(line));
        System.exit(0);
    }
}
