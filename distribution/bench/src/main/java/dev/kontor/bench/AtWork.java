package dev.kontor.bench;

import java.nio.file.Path;
import java.util.function.DoubleSupplier;

/** A demo company at work on the store that {@code BENCH_STORE} names: Derby, or a PostgreSQL whose CPU time counts too. */
record AtWork(Instance instance, Staffed people, Clients clients, String store) {

    /** Something that is measured while it works. */
    @FunctionalInterface
    interface Measure<T> {
        T of(AtWork company) throws Exception;
    }

    static <T> T measure(Path distribution, Measure<T> measure) throws Exception {
        if (!System.getenv().getOrDefault("BENCH_STORE", "derby").equals("postgresql")) {
            return measure(distribution, "Derby", () -> 0, measure);
        }
        try (OnPostgresql server = new OnPostgresql(distribution, Instance.folder())) {
            return measure(server.distribution(), "PostgreSQL, whose CPU time is counted", server::cpuSeconds, measure);
        }
    }

    /** @param beside CPU seconds of the processes that serve the platform */
    private static <T> T measure(Path distribution, String store, DoubleSupplier beside, Measure<T> measure) throws Exception {
        try (Instance instance = new Instance(distribution, Instance.folder())) {
            instance.untilAtWork();
            Staffed people = new Staffed(instance);
            return measure.of(new AtWork(instance, people, new Clients(people, () -> instance.cpuSeconds() + beside.getAsDouble()), store));
        }
    }
}
