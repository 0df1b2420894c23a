package dev.kontor.kernel.forward;

import dev.kontor.kernel.arrival.Arrivals;
import dev.kontor.kernel.desk.Departments;
import dev.kontor.kernel.people.FirstStart;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.kernel.sweep.DeadlineSweep;
import dev.kontor.kernel.time.SystemClock;
import dev.kontor.store.Transactions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets the days of a demo company pass one after the other: each begins when everything that the day before brought is
 * done, deadlines, planned matters and the files that they sent on.
 */
@Component(service = Forward.class, immediate = true)
public final class Forward {

    private static final long EVERY_MS = 500;
    private static final long POLL_MS = 20;
    /** What fails again and again does not stop the days. */
    private static final long LONGEST_DAY_MS = 10_000;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Transactions transactions;
    private final ForwardRows rows;
    private final Arrivals arrivals;
    private final Departments departments;
    private final DeadlineSweep sweep;
    private final SystemClock clock;
    private final Optional<Worker> worker;
    private volatile boolean stopped;

    @Activate
    public Forward(
            @Reference Transactions transactions, @Reference ForwardRows rows, @Reference Arrivals arrivals,
            @Reference Departments departments, @Reference DeadlineSweep sweep, @Reference SystemClock clock, @Reference FirstStart start) {
        this.transactions = transactions;
        this.rows = rows;
        this.arrivals = arrivals;
        this.departments = departments;
        this.sweep = sweep;
        this.clock = clock;
        this.worker = start.demo() ? Optional.of(new Worker("kontor-forward", rows.bell(), EVERY_MS, this::pass)) : Optional.empty();
    }

    @Deactivate
    public void stop() {
        stopped = true;
        worker.ifPresent(Worker::close);
    }

    private void pass() {
        Optional<LocalDate> until = until();
        while (!stopped && until.isPresent() && clock.today().isBefore(until.get())) {
            await();
            clock.forwardTo(clock.today().plusDays(1).atTime(MORNING));
            until = until();
        }
        if (until.isPresent() && !stopped) {
            await();
            transactions.command(() -> {
                rows.reached(clock.today());
                return true;
            });
        }
    }

    private Optional<LocalDate> until() {
        return transactions.read(rows::until);
    }

    /** Until nothing is on its way, and stayed so while a whole sweep went round. */
    private void await() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_DAY_MS);
        long quiet = -1;
        while (!stopped && System.nanoTime() < end) {
            if (transactions.read(() -> arrivals.isUnderWay(departments.names(), clock.today()))) {
                quiet = -1;
                arrivals.bell().ring();
            } else if (quiet < 0) {
                quiet = sweep.rounds();
            } else if (sweep.rounds() > quiet + 1) {
                return;
            }
            sweep.bell().ring();
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException closing) {
            stopped = true;
        }
    }
}
