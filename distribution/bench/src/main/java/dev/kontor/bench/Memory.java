package dev.kontor.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** P11: resident memory 60 s after a warm restart, nothing asked meanwhile. */
final class Memory {

    private static final int IDLE_SECONDS = 60;

    private Memory() {}

    static Map<String, Object> measure(Path distribution) throws Exception {
        Path data = Instance.folder();
        Map<String, Object> line = new LinkedHashMap<>();
        try (Instance first = new Instance(distribution, data)) {
            first.untilAtWork();
            line.put("first_rss_mb", Figures.round(first.residentMegabytes()));
        }
        try (Instance warm = new Instance(distribution, data)) {
            warm.untilReady();
            line.put("ready_rss_mb", Figures.round(warm.residentMegabytes()));
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            line.put("idle_rss_mb", Figures.round(warm.residentMegabytes()));
            line.put("cpu_s_in_idle_minute_and_start", Figures.round(warm.cpuSeconds()));
        }
        line.put("flags", "-Xms128m -Xmx512m -XX:+UseSerialGC");
        line.put("beside", "Karaf 210-340 MB, Flowable 363-389 MB, KIE 424-513 MB");
        return line;
    }
}
