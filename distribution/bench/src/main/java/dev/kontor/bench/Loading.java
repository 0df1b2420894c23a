package dev.kontor.bench;

import dev.kontor.api.order.ContractNumber;
import dev.kontor.bench.Loader.Loaded;
import dev.kontor.bench.Loader.Mould;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * Fills the folder that {@code BENCH_DATA} names for P8 with registered orders, of which the first are entered at the desk and
 * the rest are copies of those, and has the platform verify the journals. {@code bench thousands} measures it.
 */
final class Loading {

    /** Orders of each customer, signed on each of the days on which {@link Thousands} has them signed. */
    private static final int TEMPLATES = 15;

    private final KeptStore store;
    private final Moulds moulds;
    private final int first;
    private final int count;

    private Loading(KeptStore store, Moulds moulds, int first, int count) {
        this.store = store;
        this.moulds = moulds;
        this.first = first;
        this.count = count;
    }

    static Map<String, Object> measure(Path distribution, int wanted) throws Exception {
        Path data = Path.of(System.getenv().getOrDefault("BENCH_DATA", "")).toAbsolutePath();
        Path filled = data.resolve(Thousands.FILLED);
        if (System.getenv().getOrDefault("BENCH_DATA", "").isEmpty() || Files.exists(filled)) {
            throw new IOException("BENCH_DATA has to name a folder that holds no orders yet (%s).".formatted(data));
        }
        Loader.hasty();
        try (Instance instance = new Instance(distribution, data)) {
            Thousands.begin(instance.untilAtWork(), data);
        }
        int first = Integer.parseInt(Files.readString(filled));
        Map<String, Object> line = new LinkedHashMap<>(Map.of("orders", wanted, "seed", Loader.SEED));
        try (KeptStore store = new KeptStore(distribution, data)) {
            Loaded loaded = new Loading(store, Moulds.of(store, distribution, true), first, wanted - first).load();
            line.putAll(loaded.figures());
        }
        Files.writeString(filled, Integer.toString(wanted));
        line.put("disk_mb", Figures.round(Loader.megabytes(data.resolve("derby"))));
        try (Instance instance = new Instance(distribution, data)) {
            line.put("started_s", Figures.round(instance.until(instance.to("/health/ready").build())));
            line.put("verified", Verified.of(instance, loadedBytes(line)));
        }
        return line;
    }

    private static long loadedBytes(Map<String, Object> line) {
        return (Long) line.get("journal_bytes");
    }

    private Loaded load() throws Exception {
        List<Mould> each = new ArrayList<>();
        for (int i = 0; i < TEMPLATES; i++) {
            each.add(moulds.of(registered(Thousands.CONTRACT.formatted((first + i) % TEMPLATES)), 0, 0));
        }
        Template template = each.get(0).press().template();
        int year = Integer.parseInt(template.order().substring(3, 7));
        long taken = store.number("select last_number from kernel_number where year_of = " + year);
        long span = 1 + each.stream().map(mould -> mould.press().template().written()).mapToLong(part -> part.getMax() - part.getMin()).max().orElseThrow();
        long begin = moulds.snapshot().tables().stream().flatMapToLong(Template::stamps).min().orElseThrow();
        // one behind the other, before everything that the store has
        Loaded loaded = Loader.load(store, each, count, position -> {
            Template its = each.get(position % TEMPLATES).press().template();
            LongSummaryStatistics written = its.written();
            return new Own(position, year, taken + 1 + position, new ContractNumber(Thousands.CONTRACT.formatted(first + position)),
                    new Own.Customer(its.text(Template.ORDERS, "customer"), its.text(Template.ORDERS, "customer_name")), 0, 0,
                    begin - (count - position) * span - written.getMin());
        }, -1);
        Moulds.taken(store, "kernel_number", "year_of", "last_number", year, taken + count);
        return loaded;
    }

    private String registered(String contract) {
        Snapshot.Table orders = moulds.snapshot().tables().stream().filter(table -> table.name().equals(Template.ORDERS)).findFirst().orElseThrow();
        return orders.rows().stream()
                .filter(row -> row[orders.column("contract")].equals(contract))
                .map(row -> (String) row[orders.column("number")])
                .findFirst()
                .orElseThrow();
    }
}
