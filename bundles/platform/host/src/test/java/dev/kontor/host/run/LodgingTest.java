package dev.kontor.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.wall.Partner;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

@DisplayName("Of what was removed it is said whether its code is still here")
final class LodgingTest {

    private static final String NAME = "dev.acme.lift";
    private static final String DIGEST = "4711";
    private static final BundleStartLevel LEVEL = Stub.of(BundleStartLevel.class, Map.of("getStartLevel", any -> 20, "setStartLevel", any -> null));
    private static final FrameworkWiring WIRING = Stub.of(FrameworkWiring.class, Map.of("refreshBundles", arguments -> {
        ((FrameworkListener[]) arguments[1])[0].frameworkEvent(null);
        return null;
    }));
    private static final Bundle SYSTEM = Stub.of(Bundle.class, Map.of("adapt", any -> WIRING));
    private static final Bundle HOST = Stub.of(Bundle.class, Map.of("adapt", any -> LEVEL));

    private int state;
    private boolean willing = true;
    private Leaving meanwhile;
    private final Bundle partner = Stub.of(Bundle.class, Map.of("adapt", any -> LEVEL, "getState", any -> state, "uninstall", any -> uninstall()));
    private final BundleContext context = Stub.of(BundleContext.class, Map.of(
            "getBundle", arguments -> arguments == null ? HOST : at((String) arguments[0]),
            "installBundle", any -> {
                state = Bundle.ACTIVE;
                return partner;
            }));
    private final Lodging lodging = new Lodging(context, bundle -> {});

    private Bundle at(String location) {
        if (location.equals(Constants.SYSTEM_BUNDLE_LOCATION)) {
            return SYSTEM;
        }
        return location.equals(Partner.location(NAME)) && state == Bundle.ACTIVE ? partner : null;
    }

    private Object uninstall() throws BundleException {
        meanwhile = lodging.leaving(DIGEST);
        if (!willing) {
            throw new BundleException("not now");
        }
        state = Bundle.UNINSTALLED;
        return null;
    }

    @Test
    void itStopsFromTheMomentThatTheStoreSaysSoUntilItIsGone() throws Trouble {
        lodging.put(NAME, DIGEST, new byte[0]);
        assertThat(lodging.leaving(DIGEST)).as("nobody has looked yet").isEqualTo(Leaving.STOPS);
        assertThat(lodging.leaving("another version")).isEqualTo(Leaving.GONE);

        lodging.remove(NAME);

        assertThat(meanwhile).isEqualTo(Leaving.STOPS);
        assertThat(lodging.leaving(DIGEST)).isEqualTo(Leaving.GONE);
    }

    @Test
    void whatDoesNotGoStaysUntilThePlatformStartsAgain() throws Trouble {
        willing = false;
        lodging.put(NAME, DIGEST, new byte[0]);

        lodging.remove(NAME);

        assertThat(lodging.leaving(DIGEST)).isEqualTo(Leaving.STAYS);
        assertThat(lodging.isBlocked(NAME)).isTrue();
    }
}
