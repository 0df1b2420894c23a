package dev.kontor.bench;

import dev.kontor.bench.Snapshot.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Writes copies of orders into a store that no platform uses meanwhile, by as many hands as there are cores. */
final class Loader {

    static final long SEED = 14;
    private static final int ROWS_AT_ONCE = 2_000;
    /** How much is written between two waits for the disk; the most that Derby takes. */
    private static final int LOG = 128 << 20;

    /** A template, as it is copied. */
    record Mould(Press press, Chained chained) {}

    /** What was written. */
    record Loaded(int orders, long rows, long journalBytes, double seconds) {

        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("orders_loaded", orders);
            figures.put("rows", rows);
            figures.put("journal_bytes", journalBytes);
            figures.put("loaded_s", Figures.round(seconds));
            figures.put("rows_per_s", Figures.round(rows / seconds));
            return figures;
        }
    }

    private final KeptStore store;
    private final List<Mould> moulds;
    private final IntFunction<Own> copies;
    private final long journalDays;
    private final AtomicInteger next = new AtomicInteger();
    private final LongAdder rows = new LongAdder();
    private final LongAdder journalBytes = new LongAdder();

    private Loader(KeptStore store, List<Mould> moulds, IntFunction<Own> copies, long journalDays) {
        this.store = store;
        this.moulds = moulds;
        this.copies = copies;
        this.journalDays = journalDays;
    }

    /** Before the store is opened: what is loaded can be loaded again, so nothing waits for the disk. */
    static void hasty() {
        System.setProperty("derby.system.durability", "test");
        System.setProperty("derby.storage.logSwitchInterval", Integer.toString(LOG));
        System.setProperty("derby.storage.checkpointInterval", Integer.toString(LOG));
        System.setProperty("derby.storage.pageSize", "8192");
        System.setProperty("derby.storage.pageCacheSize", "40000");
        System.setProperty("derby.locks.escalationThreshold", "1000000");
    }

    /**
     * Each copy of the mould whose turn it is.
     *
     * @param journalDays by how many more days than the rest a copy's journal lies behind the template's: what is before the
     *     last anchor is not anchored again
     */
    static Loaded load(KeptStore store, List<Mould> moulds, int count, IntFunction<Own> copies, long journalDays) throws Exception {
        Loader loader = new Loader(store, moulds, copies, journalDays);
        long since = System.nanoTime();
        int hands = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(hands);
        try {
            List<Future<Void>> ends = new ArrayList<>();
            for (int hand = 0; hand < hands; hand++) {
                ends.add(pool.submit(loader.hand(count)));
            }
            for (Future<Void> end : ends) {
                end.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return new Loaded(count, loader.rows.sum(), loader.journalBytes.sum(), (System.nanoTime() - since) / 1e9);
    }

    /** Of a folder, on the disk. */
    static double megabytes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum() / 1e6;
        }
    }

    private Callable<Void> hand(int count) {
        return () -> {
            try (Connection connection = store.another()) {
                Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
                for (Mould mould : moulds) {
                    prepare(connection, mould.press().template(), inserts);
                }
                int waiting = 0;
                for (int position = next.getAndIncrement(); position < count; position = next.getAndIncrement()) {
                    waiting += write(copies.apply(position), inserts);
                    if (waiting > ROWS_AT_ONCE) {
                        send(connection, inserts);
                        waiting = 0;
                    }
                }
                send(connection, inserts);
            }
            return null;
        };
    }

    private static void prepare(Connection connection, Template template, Map<String, PreparedStatement> inserts) throws SQLException {
        for (Table table : template.tables()) {
            if (!inserts.containsKey(table.name())) {
                inserts.put(table.name(), connection.prepareStatement("insert into %s (%s) values (%s)".formatted(
                        table.name(), String.join(", ", table.columns()), "?, ".repeat(table.columns().size() - 1) + "?")));
            }
        }
    }

    private int write(Own own, Map<String, PreparedStatement> inserts) throws SQLException {
        Mould mould = moulds.get(own.position() % moulds.size());
        // seeded by the number, so that it does not matter whose hand it is, nor what was loaded before
        String[] values = mould.press().values(own, new SplittableRandom((SEED << Short.SIZE) + own.year() << Integer.SIZE | own.running()));
        int written = 0;
        for (Map.Entry<String, List<Object[]>> table : mould.press().rows(own, values).entrySet()) {
            written += add(inserts.get(table.getKey()), table.getValue());
        }
        Chained.Written journal = mould.chained().of(own, values, own.days() + journalDays);
        written += add(inserts.get(Template.JOURNAL), journal.rows());
        written += add(inserts.get(Chained.HEADS), List.<Object[]>of(journal.head()));
        journalBytes.add(journal.bytes());
        return written;
    }

    private static int add(PreparedStatement insert, List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] instanceof String text) {
                    insert.setString(i + 1, text);
                } else {
                    insert.setObject(i + 1, row[i]);
                }
            }
            insert.addBatch();
        }
        return rows.size();
    }

    private void send(Connection connection, Map<String, PreparedStatement> inserts) throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            rows.add(insert.executeBatch().length);
        }
        connection.commit();
    }
}
