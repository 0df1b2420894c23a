package dev.kontor.testkit.exam;

import java.util.Hashtable;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that goes and leaves a thread behind, and a service that another bundle has registered for it. */
public final class Leaking implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(Leaking::idle, "leaking");
        thread.setDaemon(true);
        thread.start();
        context.getBundle(0).getBundleContext().registerService(Leaking.class, this, new Hashtable<>());
    }

    private static void idle() {
        while (!Thread.interrupted()) {
            LockSupport.park();
        }
    }

    @Override
    public void stop(BundleContext context) {
        // the thread is forgotten
    }
}
