package dev.kontor.host.run;

import dev.kontor.api.wall.Partner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The bundles that came through the door. */
final class Partners {

    private Partners() {}

    /** @param bundle may have been uninstalled */
    static boolean has(Bundle bundle) {
        return Partner.isAt(bundle.getLocation());
    }

    static List<Bundle> in(BundleContext context) {
        return Arrays.stream(context.getBundles()).filter(Partners::has).toList();
    }

    static Optional<Bundle> find(BundleContext context, String name) {
        return Optional.ofNullable(context.getBundle(Partner.location(name)));
    }
}
