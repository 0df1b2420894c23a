package dev.kontor.testkit.exam;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Hashtable;
import java.util.Map;
import org.ops4j.pax.exam.ProbeInvoker;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs in the probe bundle, inside the framework: makes the test, gives it the bundle context, calls the method. */
public final class Probe implements BundleActivator, ProbeInvoker {

    static final String SIGNATURE = "jupiter";

    private BundleContext context;

    @Override
    public void start(BundleContext started) {
        context = started;
        started.registerService(ProbeInvoker.class, this, new Hashtable<>(Map.of("Probe-Signature", SIGNATURE)));
    }

    @Override
    public void stop(BundleContext stopped) {
        // the framework takes the service back
    }

    @Override
    public void call(Object... address) {
        try {
            Class<?> type = context.getBundle().loadClass((String) address[0]);
            Constructor<?> maker = type.getDeclaredConstructor();
            maker.setAccessible(true);
            Object test = maker.newInstance();
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == BundleContext.class) {
                    field.setAccessible(true);
                    field.set(test, context);
                }
            }
            Method method = type.getDeclaredMethod((String) address[1]);
            method.setAccessible(true);
            method.invoke(test);
        } catch (InvocationTargetException e) {
            throw Probe.<RuntimeException>asItIs(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // so that an AssertionError reaches JUnit as itself
    private static <E extends Throwable> E asItIs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
