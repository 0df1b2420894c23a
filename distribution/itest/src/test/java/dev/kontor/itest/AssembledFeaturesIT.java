package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

@InContainer
@DisplayName("The assembled features, in the framework")
class AssembledFeaturesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private BundleContext context;

    @Test
    void everyBundleRuns() {
        assertThat(Arrays.stream(context.getBundles())
                        .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null))
                .allSatisfy(bundle -> assertThat(bundle.getState()).as(bundle.toString()).isEqualTo(Bundle.ACTIVE));
    }

    @Test
    void everyComponentOfOursGetsWhatItNeeds() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!without().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait(); // asking is the pause: components come while the database opens
        }
        assertThat(without()).isEmpty();
    }

    /** What components lack now, and which failed. */
    private List<String> without() {
        var runtime = context.getService(context.getServiceReference(ServiceComponentRuntime.class));
        List<String> without = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (component.bundle.symbolicName.startsWith("dev.kontor.")) {
                for (ComponentConfigurationDTO configuration : runtime.getComponentConfigurationDTOs(component)) {
                    Arrays.stream(configuration.unsatisfiedReferences)
                            .forEach(missing -> without.add(component.name + " needs " + missing.name + " " + missing.target));
                    if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                        without.add(component.name + " fails: " + configuration.failure);
                    }
                }
            }
        }
        return without;
    }
}
