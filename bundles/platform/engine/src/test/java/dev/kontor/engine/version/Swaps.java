package dev.kontor.engine.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Order;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.Orders;
import dev.kontor.engine.SampleRules;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.set.RuleSetFiles;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Swaps versions while others decide: version n says that everything from n million is large. */
final class Swaps {

    private static final long MILLION = 1_000_000;
    private static final ConsultationPoint JOINT = new ConsultationPoint("review/joint");

    private final Office office;
    private final Map<String, Long> limits = new ConcurrentHashMap<>();
    private final Map<Long, Checked> compiled = new ConcurrentHashMap<>();
    private final AtomicBoolean swapping = new AtomicBoolean(true);
    private final AtomicLong decisions = new AtomicLong();

    Swaps(Office office) {
        this.office = office;
    }

    void run(int swaps) throws Exception {
        swap(2);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> deciders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            deciders.add(threads.submit(this::decide));
        }
        long settled = 0;
        for (int i = 0; i < swaps; i++) {
            swap(2 + i % 7);
            if (i == swaps / 5) {
                settled = metaspace();
            }
        }
        swapping.set(false);
        for (Future<?> decider : deciders) {
            decider.get();
        }
        threads.shutdown();
        assertThat(decisions.get()).isGreaterThan(swaps);
        assertThat(metaspace() - settled).isLessThan(4 * MILLION);
    }

    /** Compiled once, linked anew at every swap: a swap in operation links, as its check has compiled. */
    private Checked checked(long millions) {
        RuleSetFiles files = SampleRules.joint();
        String parameters = files.text("parameters.csv").replace("2000000", Long.toString(millions * MILLION));
        String cases = files.text("cases/large.yaml").replace("total: 2000000}", "total: " + millions * MILLION + "}")
                .replace("total: 2400000,", "total: 92000000,").replace("2,400,000.00", "92,000,000.00");
        RuleSetFiles next = files.with(Map.of(
                "parameters.csv", parameters.getBytes(StandardCharsets.UTF_8), "cases/large.yaml", cases.getBytes(StandardCharsets.UTF_8)));
        Checked checked = office.book.check().check(next);
        assertThat(checked.problems()).isEmpty();
        limits.put(checked.digest(), millions * MILLION);
        return checked;
    }

    private void swap(long millions) {
        Checked checked = compiled.computeIfAbsent(millions, this::checked);
        SetVersion version = new SetVersion("review/joint", 2, checked.digest());
        office.book.activate(List.of(DecidingSet.of(version, checked.files(), checked.compiled().orElseThrow(), office.book.check())));
    }

    private void decide() {
        long total = MILLION;
        while (swapping.get()) {
            total = total % (9 * MILLION) + MILLION / 2;
            List<SetVersion> asked = office.book.active(JOINT);
            Long limit = limits.get(asked.get(0).digest());
            Order order = Orders.of(total);
            Answer answer = office.book.ask(asked, List.of(), LocalDate.of(2026, 3, 2), List.of(order));
            if (limit != null) {
                assertThat(answer.conclusions()).hasSize(total >= limit ? 1 : 0);
                decisions.incrementAndGet();
            }
        }
    }

    private static long metaspace() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
