package dev.kontor.bench;

import dev.kontor.api.event.Notice;
import dev.kontor.api.event.NoticeConsumer;
import dev.kontor.kernel.wall.DepartmentWall;
import dev.kontor.kernel.wall.WallSettings;
import dev.kontor.store.Transactions;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What the wall costs a call: as the first of a command, which goes over to a thread of the bulkhead and back, and within
 * one, on the same thread. The department does nothing; {@code unguarded} is what is left without the wall.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Crossed {

    /** Calls within one passage, so that what it costs to get there does not count. */
    private static final int WITHIN = 1000;

    /** As configured when nothing is configured. */
    private record Defaults() implements WallSettings {

        @Override
        public int call_seconds() {
            return 20;
        }

        @Override
        public int threads() {
            return 64;
        }

        @Override
        public int failures() {
            return 10;
        }

        @Override
        public int rest_seconds() {
            return 30;
        }

        @Override
        public int strikes() {
            return 3;
        }

        @Override
        public int window_minutes() {
            return 60;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return WallSettings.class;
        }
    }

    /** Takes what it is given. */
    private static final class Idle implements NoticeConsumer {

        private int taken;

        @Override
        public String name() {
            return "idle";
        }

        @Override
        public void take(List<Notice> notices) {
            taken += notices.size() + 1;
        }
    }

    private final NoticeConsumer idle = new Idle();
    private DepartmentWall wall;
    private NoticeConsumer guarded;

    @Setup
    public void build() {
        Transactions none = (Transactions) Proxy.newProxyInstance(Crossed.class.getClassLoader(), new Class<?>[] {Transactions.class},
                (proxy, method, arguments) -> method.getName().equals("intact"));
        wall = new DepartmentWall(none, new Defaults());
        guarded = wall.guard(NoticeConsumer.class, idle);
    }

    @TearDown
    public void close() {
        wall.close();
    }

    @Benchmark
    public void unguarded() {
        idle.take(List.of());
    }

    @Benchmark
    public void first() {
        guarded.take(List.of());
    }

    @Benchmark
    public boolean within() {
        return wall.platform(() -> {
            for (int i = 0; i < WITHIN; i++) {
                guarded.take(List.of());
            }
            return true;
        });
    }

    static Map<String, Object> measure() throws Exception {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("unguarded_us", Figures.round(score("unguarded")));
        line.put("first_us", Figures.round(score("first")));
        line.put("within_us", Figures.round(score("within") / WITHIN));
        return line;
    }

    private static double score(String name) throws Exception {
        RunResult result = new Runner(new OptionsBuilder()
                        .include(Crossed.class.getName() + "\\." + name + "$")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        return result.getPrimaryResult().getScore();
    }
}
