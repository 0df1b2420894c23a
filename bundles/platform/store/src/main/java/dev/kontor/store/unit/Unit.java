package dev.kontor.store.unit;

import dev.kontor.store.jta.GuardedPool;
import dev.kontor.store.jta.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** A persistence unit that is open. When it closes it lets nobody in, waits for who is inside, and then closes. */
public final class Unit implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 5_000;
    private static final AtomicLong OPENED = new AtomicLong();

    private final String name;
    private final EntityManagerFactory factory;
    private int inside;
    private boolean closing;

    public Unit(Description description, DataSource pool, ClassLoader bundle) {
        this.name = description.name();
        this.factory = new PersistenceProvider()
                .createContainerEntityManagerFactory(
                        new UnitInfo(description, GuardedPool.of(pool), bundle),
                        // EclipseLink keeps what it made by this name: a bundle's new version must not get the old one's
                        Map.of("eclipselink.session-name", name + "-" + OPENED.incrementAndGet()));
    }

    /** An entity manager that is, in each transaction, that transaction's own; outside it refuses in words. */
    public EntityManager manager() {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, arguments);
            }
            EntityManager manager = Scope.current()
                    .orElseThrow(() -> new IllegalStateException(
                            "The entity manager of %s is used outside a command or read of the desk.".formatted(name)))
                    .part(this, Inside.class, this::enter)
                    .manager();
            try {
                return method.invoke(manager, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (EntityManager)
                Proxy.newProxyInstance(Unit.class.getClassLoader(), new Class<?>[] {EntityManager.class}, handler);
    }

    /** The unit's part in a transaction. */
    private record Inside(Unit unit, EntityManager manager) implements Scope.Part {

        @Override
        public void flush() {
            manager.flush();
        }

        @Override
        public void end() {
            manager.close();
            unit.leave();
        }
    }

    private synchronized Inside enter() {
        if (closing) {
            throw new IllegalStateException("The unit %s is closing.".formatted(name));
        }
        Inside entered = new Inside(this, factory.createEntityManager());
        inside++;
        return entered;
    }

    private synchronized void leave() {
        inside--;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closing = true;
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        try {
            for (long left = PATIENCE_MILLIS; inside > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        factory.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
