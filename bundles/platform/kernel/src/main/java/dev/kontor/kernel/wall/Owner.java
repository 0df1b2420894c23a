package dev.kontor.kernel.wall;

import java.util.Set;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Whose code a service is: the bundle of its class; outside of a framework the class's package. */
record Owner(String name, boolean platform) {

    /** Who is called without limits: without these nobody could release anybody. */
    private static final Set<String> PLATFORM = Set.of(
            "dev.kontor.kernel", "dev.kontor.store", "dev.kontor.engine", "dev.kontor.host", "dev.kontor.tables", "dev.kontor.console", "dev.kontor.print",
            "dev.kontor.rest", "dev.kontor.signatures", "dev.kontor.tls");

    static final Owner KERNEL = new Owner("dev.kontor.kernel", true);

    /** A function so that tests can say who owns what. */
    static Function<Class<?>, Owner> ofBundles() {
        return type -> {
            Bundle bundle = FrameworkUtil.getBundle(type);
            String name = bundle == null ? type.getPackageName() : bundle.getSymbolicName();
            return new Owner(name, PLATFORM.contains(name));
        };
    }

    /** Whether the code still belongs to a bundle that is there: what comes from one that goes is no failure. */
    static boolean isGoing(Class<?> type) {
        Bundle bundle = FrameworkUtil.getBundle(type);
        return bundle != null && bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING;
    }
}
