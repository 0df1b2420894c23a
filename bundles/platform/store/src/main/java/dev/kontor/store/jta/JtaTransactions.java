package dev.kontor.store.jta;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import dev.kontor.store.StoreFailed;
import dev.kontor.store.StoreFailed.Trouble;
import dev.kontor.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.Transaction;
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

    private final TransactionManager manager;
    private final CommandGate gate = new CommandGate();
    private final Map<Thread, Scope> running = new ConcurrentHashMap<>();
    private final GivenUp givenUp = new GivenUp();

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
    public boolean intact() {
        return Scope.ofThread().map(scope -> scope.isOpen() && isCurrent(scope)).orElse(true);
    }

    private boolean isCurrent(Scope scope) {
        try {
            return scope.transaction().equals(manager.getTransaction());
        } catch (SystemException e) {
            return false;
        }
    }

    @Override
    public boolean giveUp(Thread thread) {
        givenUp.add(thread);
        Scope scope = running.get(thread);
        if (scope == null) {
            thread.interrupt();
            return true;
        }
        if (scope.takeAway()) {
            gate.leave(thread);
            givenUp.end(scope, thread);
        }
        return !scope.isEnding();
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
        gate.enter();
        Kept<R> kept;
        try {
            kept = run(work);
        } finally {
            gate.leave(Thread.currentThread());
        }
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
        return gate.alone(work);
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
        givenUp.refuse(Thread.currentThread());
        try {
            manager.begin();
            Scope scope = Scope.open(manager.getTransaction());
            scope.transaction().registerSynchronization(scope);
            running.put(Thread.currentThread(), scope);
            return scope;
        } catch (NotSupportedException | RollbackException | SystemException e) {
            throw new StoreFailed(Trouble.UNAVAILABLE, "", false, e);
        }
    }

    private List<Runnable> commit(Scope scope) {
        if (!isCurrent(scope) || !scope.end()) {
            rollback(scope);
            throw new IllegalStateException("The transaction was ended or set aside, and not by the desk.");
        }
        try {
            manager.commit();
        } catch (Exception e) { // a wall: the manager's checked exceptions and the driver's become one of ours
            leave(scope);
            scope.close();
            throw Failures.ofCommit(e);
        }
        leave(scope);
        return scope.close();
    }

    private void rollback(Scope scope) {
        boolean mine = scope.end();
        boolean current = isCurrent(scope);
        try {
            if (mine && current) {
                manager.rollback();
            } else if (mine) {
                scope.transaction().rollback();
            }
            drop(scope);
        } catch (Exception e) { // a wall: the manager's checked exceptions and the driver's
            LOG.warn("A rollback failed; the connection is given up.", e);
        }
        leave(scope);
        scope.close();
    }

    /** A thread keeps nothing for its next work: not its own transaction, that was taken away, nor another's. */
    private void drop(Scope scope) throws Exception {
        Transaction left = manager.suspend();
        if (scope.transaction().equals(left)) {
            scope.rollBack();
        } else if (left != null && left.getStatus() == Status.STATUS_ACTIVE) {
            left.rollback();
        }
    }

    private void leave(Scope scope) {
        running.remove(Thread.currentThread(), scope);
        Scope.leave();
    }
}
