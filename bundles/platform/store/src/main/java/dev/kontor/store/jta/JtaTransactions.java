package dev.kontor.store.jta;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreFailed.Trouble;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.transaction.NotSupportedException;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions of the JTA manager. All units share one pooled connection, so a commit has one phase. */
@Component(service = {Transactions.class, JtaTransactions.class})
public final class JtaTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JtaTransactions.class);
    private static final int READ_TRIES = 3;
    /** A command waits this many seconds for work that has the store alone. */
    private static final int PATIENCE = 30;

    private final TransactionManager manager;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);

    @Activate
    public JtaTransactions(@Reference TransactionManager manager) {
        this.manager = manager;
        TransactionController.manager(manager);
    }

    @Override
    public boolean active() {
        return Scope.current().isPresent();
    }

    @Override
    public void afterCommit(Runnable action) {
        Scope.current()
                .orElseThrow(() -> new IllegalStateException("There is no command whose commit could be awaited."))
                .afterCommit(action);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T during(Object owner, Supplier<T> begin, Consumer<T> before) {
        Scope scope = Scope.current().orElseThrow(() -> new IllegalStateException("There is no transaction that it could belong to."));
        return ((Held<T>) scope.part(owner, Held.class, () -> new Held<>(begin.get(), before))).held();
    }

    private record Held<T>(T held, Consumer<T> before) implements Scope.Part {

        @Override
        public void flush() {
            before.accept(held);
        }

        @Override
        public void end() {}
    }

    @Override
    public <R> R command(Supplier<R> work) {
        if (active()) {
            throw new IllegalStateException("A command runs in this thread already.");
        }
        Kept<R> kept = behindGate(() -> run(work));
        kept.afterwards().forEach(JtaTransactions::carryOut);
        return kept.result();
    }

    private record Kept<R>(R result, List<Runnable> afterwards) {}

    private <R> Kept<R> run(Supplier<R> work) {
        Scope scope = begin();
        R result;
        try {
            result = work.get();
            scope.flush();
        } catch (RuntimeException | Error e) {
            rollback(scope);
            throw Failures.asStoreFailure(e, false);
        }
        return new Kept<>(result, commit(scope));
    }

    /** Runs work while no command runs; new ones wait before they begin, reads go on. */
    public <R> R alone(Supplier<R> work) {
        gate.writeLock().lock();
        try {
            return work.get();
        } finally {
            gate.writeLock().unlock();
        }
    }

    private <R> R behindGate(Supplier<R> command) {
        try {
            if (!gate.readLock().tryLock(PATIENCE, TimeUnit.SECONDS)) {
                throw new StoreFailed(Trouble.RETRY, "", false, new IllegalStateException("A backup has the store alone."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailed(Trouble.RETRY, "", false, e);
        }
        try {
            return command.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** The command is kept: what follows it may fail, but not make it look undone, nor hold up what else follows. */
    private static void carryOut(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("A command was kept, but what was to follow it failed.", e);
        }
    }

    @Override
    public <R> R read(Supplier<R> reading) {
        if (active()) {
            return reading.get();
        }
        for (int tries = 1; ; tries++) {
            try {
                return readOnce(reading);
            } catch (StoreFailed e) {
                if (e.trouble() == Trouble.UNAVAILABLE) {
                    throw away(e);
                }
                if (e.trouble() != Trouble.RETRY || tries == READ_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Whoever only reads has nothing to undo or repeat: it is told to people as it is. */
    private static Refused away(StoreFailed failed) {
        LOG.warn("The store could not be read.", failed);
        return Refused.because(Refused.Reason.UNAVAILABLE, Text.of("store.away"));
    }

    private <R> R readOnce(Supplier<R> reading) {
        Scope scope = begin();
        try {
            return reading.get();
        } catch (RuntimeException | Error e) {
            throw Failures.asStoreFailure(e, false);
        } finally {
            rollback(scope);
        }
    }

    private Scope begin() {
        try {
            manager.begin();
            return Scope.open();
        } catch (NotSupportedException | SystemException e) {
            throw new StoreFailed(Trouble.UNAVAILABLE, "", false, e);
        }
    }

    private List<Runnable> commit(Scope scope) {
        try {
            manager.commit();
        } catch (Exception e) { // a wall: the manager's checked exceptions and the driver's become one of ours
            scope.close();
            throw Failures.ofCommit(e);
        }
        return scope.close();
    }

    private void rollback(Scope scope) {
        try {
            manager.rollback();
        } catch (SystemException | RuntimeException e) {
            LOG.warn("A rollback failed; the connection is given up.", e);
        }
        scope.close();
    }
}
