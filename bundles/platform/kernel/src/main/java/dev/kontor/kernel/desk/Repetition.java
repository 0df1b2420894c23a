package dev.kontor.kernel.desk;

import dev.kontor.api.customer.CustomerId;
import dev.kontor.kernel.arrival.Arrivals;
import dev.kontor.kernel.outbox.Outbox;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Repeats what the store could not do because others were in its way. */
@Component(service = Repetition.class)
public final class Repetition {

    private static final int TRIES = 3;
    private static final long PAUSE_MS = 30;

    private final Transactions transactions;
    private final Arrivals arrivals;
    private final Outbox outbox;

    @Activate
    public Repetition(@Reference Transactions transactions, @Reference Arrivals arrivals, @Reference Outbox outbox) {
        this.transactions = transactions;
        this.arrivals = arrivals;
        this.outbox = outbox;
    }

    /**
     * One transaction; what it sent on its way is then looked at. It is begun anew only where it turns out to count over
     * customers' orders.
     *
     * @param work is given the customers to lock before anything else
     */
    public <R> R command(Function<List<CustomerId>, R> work) {
        R made = customersFirst(List.of(), work);
        arrivals.bell().ring();
        outbox.bell().ring();
        return made;
    }

    /** Ends: each round holds what the round before asked for, and asks for more only when a group has grown meanwhile. */
    private <R> R customersFirst(List<CustomerId> first, Function<List<CustomerId>, R> work) {
        try {
            return transactions.command(() -> work.apply(first));
        } catch (CustomersFirst asked) {
            return customersFirst(asked.customers(), work);
        }
    }

    /** Up to three times: after a deadlock, a lock that was waited for too long, or a key somebody else took meanwhile. */
    public <R> R of(Supplier<R> attempt) {
        for (int tried = 1; ; tried++) {
            try {
                return attempt.get();
            } catch (StoreFailed failed) {
                if (tried == TRIES || !repeatable(failed)) {
                    throw failed;
                }
                long pause = PAUSE_MS * tried + ThreadLocalRandom.current().nextLong(PAUSE_MS);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        }
    }

    /** After a broken commit the key tells, on the next try, whether it was kept; without one nobody knows. */
    private static boolean repeatable(StoreFailed failed) {
        return switch (failed.trouble()) {
            case RETRY -> true;
            case DUPLICATE -> failed.constraint().startsWith("kernel_");
            case UNAVAILABLE, FULL, OTHER -> false;
        };
    }
}
