package dev.kontor.kernel.arrival;

import dev.kontor.api.department.Arrival.Work;
import dev.kontor.api.department.Department;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Clock;
import dev.kontor.kernel.arrival.Arrivals.Arrival;
import dev.kontor.kernel.arrival.Arrivals.Way;
import dev.kontor.kernel.arrival.Plans.Planned;
import dev.kontor.kernel.desk.Departments;
import dev.kontor.kernel.desk.PlatformWork;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.kernel.rule.RuleServices;
import dev.kontor.kernel.wall.DepartmentWall;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands order files to departments, for a revision or a matter, each in a command of its own. A department that fails keeps its arrival and is tried
 * again, later each time; one that is absent is waited for. Nobody else's work is rolled back.
 */
@Component(service = ArrivalDispatcher.class, immediate = true)
public final class ArrivalDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalDispatcher.class);
    private static final int PAGE = 100;
    private static final long EVERY_MS = 1000;
    private static final int LONGEST_PAUSE_S = 60;

    private final Transactions transactions;
    private final Arrivals arrivals;
    private final Departments departments;
    private final PlatformWork platform;
    private final RuleServices rules;
    private final Clock clock;
    private final DepartmentWall wall;
    private final Map<String, Long> pausedUntil = new ConcurrentHashMap<>();
    private final Worker worker;

    @Activate
    public ArrivalDispatcher(
            @Reference Transactions transactions,
            @Reference Arrivals arrivals,
            @Reference Departments departments,
            @Reference PlatformWork platform,
            @Reference RuleServices rules,
            @Reference Clock clock,
            @Reference DepartmentWall wall) {
        this.transactions = transactions;
        this.arrivals = arrivals;
        this.departments = departments;
        this.platform = platform;
        this.rules = rules;
        this.clock = clock;
        this.wall = wall;
        this.worker = new Worker("kontor-arrivals", arrivals.bell(), EVERY_MS, this::pass);
    }

    @Deactivate
    public void stop() {
        worker.close();
    }

    /**
     * Once round: what is planned is on its way when its day has come. Not before rules can be asked: whatever arrives while the
     * platform starts would fail, and so fall behind all that arrives later.
     */
    private void pass() {
        if (rules.engine().isEmpty()) {
            return;
        }
        boolean moved;
        do {
            Look look = transactions.read(() -> new Look(arrivals.due(clock.today(), PAGE), arrivals.waiting(departments.names(), PAGE)));
            moved = !look.due().isEmpty();
            if (moved) {
                platform.onCompany(company -> arrivals.send(look.due(), company.now()));
            }
            for (Way arrival : look.waiting()) {
                moved |= ready(arrival) && handOver(arrival);
            }
        } while (moved);
    }

    private record Look(List<Planned> due, List<Way> waiting) {}

    private boolean ready(Way arrival) {
        return pausedUntil.getOrDefault(key(arrival), Long.MIN_VALUE) <= now();
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
    }

    private static String key(Way arrival) {
        return arrival.order() + " " + arrival.department() + " " + arrival.about();
    }

    private boolean handOver(Way arrival) {
        Optional<Department> department = departments.find(arrival.department());
        if (department.isEmpty()) {
            return false;
        }
        try {
            wall.command(department.get(), () -> {
                open(arrival, department.get());
                return true;
            });
            pausedUntil.remove(key(arrival));
            return true;
        } catch (RuntimeException e) {
            failed(arrival, e);
            return false;
        }
    }

    private void open(Way arrival, Department department) {
        if (arrival.order().equals(Plans.COMPANY)) {
            platform.onCompany(department.id(), company -> take(arrival, () -> department.attend(company, arrival.about())));
        } else {
            platform.onOrder(new OrderNumber(arrival.order()), file -> take(arrival, () -> hand(arrival, department, file)));
        }
    }

    /** Nothing is done for one that was taken meanwhile. */
    private void take(Way arrival, Runnable work) {
        if (arrivals.take(arrival)) {
            work.run();
        }
    }

    private void hand(Way arrival, Department department, OrderFile file) {
        if (arrival instanceof Arrival named) {
            file.note("file.arrived", Text.of("kernel.arrived", Text.of("department." + arrival.department())), List.of());
            wall.guard(Work.class, work(department, named.name())).open(file);
        } else {
            department.attend(file, arrival.about());
        }
    }

    /** One that the department names no more fails, and so waits for a version that does again. */
    private static Work work(Department department, String name) {
        return department.opensOn().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s does not open on %s.".formatted(department.id(), name)))
                .work();
    }

    private void failed(Way arrival, RuntimeException failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        int pause = Math.min(LONGEST_PAUSE_S, 1 << Math.min(arrival.attempts(), 6));
        pausedUntil.put(key(arrival), now() + pause);
        if (failure instanceof Refused) {
            LOG.warn("Reference {}: {} does not take {} now: {}", reference, arrival.department(), arrival.order(), failure.getMessage());
        } else {
            LOG.error("Reference {}: {} failed on {}; its work on it was rolled back.",
                    reference, arrival.department(), arrival.order(), failure);
        }
        transactions.command(() -> {
            arrivals.failed(arrival, reference);
            return true;
        });
    }
}
