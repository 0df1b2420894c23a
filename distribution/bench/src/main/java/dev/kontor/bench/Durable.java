package dev.kontor.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** P9: durable steps a second with 16 clients, beside what the disk's single stream of fdatasync can do in that minute. */
final class Durable {

    private static final int CLIENTS = 16;
    private static final int SECONDS = 30;
    /** Of the demo company, which is entered while the platform serves already. */
    private static final String CUSTOMER = "C-00001";

    private Durable() {}

    static Map<String, Object> measure(Path distribution) throws Exception {
        Path data = Instance.folder();
        Map<String, Object> line = new LinkedHashMap<>();
        try (Instance instance = new Instance(distribution, data)) {
            String token = instance.untilAtWork().token("lina");
            try (Load load = new Load(instance, CLIENTS, (user, round) -> register(instance, token))) {
                TimeUnit.SECONDS.sleep(20);
                load.taken();
                double before = synced(data);
                load.taken();
                double cpu = instance.cpuSeconds();
                TimeUnit.SECONDS.sleep(SECONDS);
                var taken = load.taken();
                double spent = instance.cpuSeconds() - cpu;
                double rate = taken.size() / (double) SECONDS;
                line.put("steps_per_s", Figures.round(rate));
                line.put("p50_ms", Figures.quantile(taken, 0.5));
                line.put("p99_ms", Figures.quantile(taken, 0.99));
                line.put("cpu_ms_per_step", Figures.round(spent * 1000 / Math.max(1, taken.size())));
                line.put("failed", load.failed());
                line.put("first_failure", load.firstFailure());
                line.put("fdatasync_per_s_under_load", Figures.round(before));
                load.close();
                double alone = synced(data);
                line.put("fdatasync_per_s", Figures.round(alone));
                line.put("ratio", Figures.round(rate / alone));
            }
        }
        line.put("clients", CLIENTS);
        line.put("step", "entry/register over REST: order, task by the rules, decision, journal, outbox; Derby, durable");
        return line;
    }

    private static java.net.http.HttpRequest.Builder register(Instance instance, String token) throws IOException {
        return instance.command("entry/register", token, Map.of("values", Map.of(
                "contract-number", "B-" + UUID.randomUUID(),
                "contract-kind", "sale",
                "customer", CUSTOMER,
                "signed-on", LocalDate.now().toString())));
    }

    /** Blocks of 512 bytes written and forced one after the other, for three seconds. */
    private static double synced(Path folder) throws IOException {
        Path file = folder.resolve("sync.bin");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            long begin = System.nanoTime();
            int count = 0;
            while (System.nanoTime() - begin < 3_000_000_000L) {
                channel.write(ByteBuffer.allocate(512));
                channel.force(false);
                count++;
            }
            return count / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
