package dev.kontor.testkit.exam;

import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that registers a service and is gone when it is gone. */
public final class Tidy implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(Tidy.class, this, new Hashtable<>());
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the service back
    }
}
