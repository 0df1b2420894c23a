package dev.kontor.kernel.rule;

import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Worker;
import dev.kontor.store.Transactions;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Enters the patterns of decisions of before there were any, a page at a time in a transaction of its own, and rests after
 * each as long as it worked. No migration: those of years would keep the platform from starting for as long as it takes. What
 * it has still to do stands in the rows, so it goes on after a stop or a kill; when nothing is left it ends for good.
 */
@Component(service = PatternWork.class, immediate = true)
public final class PatternWork {

    private static final int PAGE = 200;
    private static final long EVERY_MS = 10_000;

    private final Transactions transactions;
    private final KeptDecisions decisions;
    private final Worker worker;
    private volatile boolean open = true;

    @Activate
    public PatternWork(@Reference Transactions transactions, @Reference KeptDecisions decisions) {
        this(transactions, decisions, EVERY_MS);
    }

    /** @param everyMs how often it looks whether there is any */
    public PatternWork(Transactions transactions, KeptDecisions decisions, long everyMs) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.worker = new Worker("kontor-decision-patterns", new Bell(), everyMs, this::pass);
    }

    @Deactivate
    public void stop() {
        open = false;
        worker.close();
    }

    private void pass() {
        boolean more = !transactions.read(() -> decisions.withoutPattern(1)).isEmpty();
        while (open && more) {
            long begun = System.nanoTime();
            more = transactions.command(() -> decisions.enterPatterns(PAGE));
            LockSupport.parkNanos(System.nanoTime() - begun);
        }
    }
}
