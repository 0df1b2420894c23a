package dev.kontor.bench;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** P7: from the fork to the first served worklist, the first start and then warm ones. */
final class Start {

    private static final int WARM = 5;

    private Start() {}

    static Map<String, Object> measure(Path distribution) throws Exception {
        Path data = Instance.folder();
        Map<String, Object> line = new LinkedHashMap<>();
        String token;
        try (Instance first = new Instance(distribution, data)) {
            line.put("first_ready_s", Figures.round(first.until(first.to("/health/ready").build())));
            line.put("first_cpu_s", Figures.round(first.cpuSeconds()));
            token = first.token("lina");
            first.untilAtWork();
        }
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int run = 0; run < WARM; run++) {
            try (Instance warm = new Instance(distribution, data)) {
                HttpRequest worklist = warm.api("tasks", token).build();
                wall.add(warm.until(worklist));
                cpu.add(warm.cpuSeconds());
            }
        }
        line.put("warm_wall_s", Figures.rounded(wall));
        line.put("warm_cpu_s", Figures.rounded(cpu));
        line.put("warm_wall_median_s", Figures.median(wall));
        line.put("warm_cpu_median_s", Figures.median(cpu));
        line.put("beside", "empty Apache Karaf 4.4.10 with http, quiet machine: 4.2 s wall, 7.5 CPU s warm");
        return line;
    }
}
