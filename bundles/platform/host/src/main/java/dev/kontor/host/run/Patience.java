package dev.kontor.host.run;

import dev.kontor.api.text.Text;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a partner's bundle start, answer or stop on a thread of its own, for a while: one that blocks keeps nobody else. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final long seconds;
    private final long grace;

    /** @param grace seconds until one that was interrupted must have ended */
    Patience(long seconds, long grace) {
        this.seconds = seconds;
        this.grace = grace;
    }

    /** What the framework, or the bundle itself, is asked to do. */
    interface Step {
        void run() throws BundleException, Trouble;
    }

    /** Not even when it was interrupted: its thread is left to itself, with a name that says whose it is. */
    static final class Blocked extends Exception {
        private static final long serialVersionUID = 1L;

        Blocked(String name) {
            super(name);
        }
    }

    /**
     * @throws Trouble when the bundle throws, or ends only when it is interrupted; {@link Blocked} when it does not end;
     *     {@link CancellationException} when the platform stops meanwhile, which settles nothing
     */
    void on(String name, Step step) throws Trouble, Blocked {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            step.run();
            return true;
        });
        Thread thread = new Thread(task, "kontor-partner " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw interrupted(name, thread);
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof Trouble trouble) {
                throw trouble;
            }
            LOG.warn("{} throws.", name, thrown.getCause());
            throw new Trouble(Text.of("host.throws", name, root(thrown)), thrown);
        } catch (InterruptedException ending) { // the platform stops: that says nothing about the bundle
            Thread.currentThread().interrupt();
            throw new CancellationException(name);
        }
    }

    private Trouble interrupted(String name, Thread thread) throws Blocked {
        try {
            for (long left = grace; left > 0 && thread.isAlive(); left--) {
                thread.interrupt(); // each of its services may block once more
                thread.join(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new CancellationException(name);
        }
        if (thread.isAlive()) {
            throw new Blocked(name);
        }
        return new Trouble(Text.of("host.late", name, seconds));
    }

    private static String root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
