package dev.kontor.host.run;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Partners' bundles that should run have started, or it is known that they do not. Once is enough: one that goes later makes its
 * orders wait, not the platform.
 */
@Component(service = ReadyCheck.class)
public final class PartnersCheck implements ReadyCheck {

    /** How long a start of the platform waits for bundles that start slowly. */
    private static final long PATIENCE_S = 60;

    private final Hosting hosting;
    private final long began = System.nanoTime();

    @Activate
    public PartnersCheck(@Reference Hosting hosting) {
        this.hosting = hosting;
    }

    @Override
    public String name() {
        return "partners";
    }

    @Override
    public Optional<Text> missing() {
        boolean patient = System.nanoTime() - began < TimeUnit.SECONDS.toNanos(PATIENCE_S);
        return hosting.looked() || !patient ? Optional.empty() : Optional.of(Text.of("host.starting"));
    }

    @Override
    public Optional<Text> warning() {
        return hosting.away().isEmpty() ? Optional.empty() : Optional.of(Text.of("host.away", String.join(", ", hosting.away())));
    }
}
