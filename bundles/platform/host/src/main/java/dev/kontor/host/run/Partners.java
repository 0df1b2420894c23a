package dev.kontor.host.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Which bundles came through the door: their location says so, and nobody else gives such a one. */
final class Partners {

    private static final String LOCATION = "kontor-partner:";

    private Partners() {}

    static String location(String name) {
        return LOCATION + name;
    }

    /** @param bundle may have been uninstalled */
    static boolean has(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }

    static List<Bundle> in(BundleContext context) {
        return Arrays.stream(context.getBundles()).filter(Partners::has).toList();
    }

    static Optional<Bundle> find(BundleContext context, String name) {
        return Optional.ofNullable(context.getBundle(location(name)));
    }
}
