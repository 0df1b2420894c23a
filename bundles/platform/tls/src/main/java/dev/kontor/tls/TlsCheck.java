package dev.kontor.tls;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens HTTPS when a keystore is named, looks every minute whether it was renewed, and warns before the certificate ends.
 * Ready without TLS when none is wanted: then the plain connector is on loopback or behind a proxy.
 */
@Component(immediate = true)
public final class TlsCheck implements ReadyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TlsCheck.class);
    private static final Duration WARNED_BEFORE = Duration.ofDays(14);
    private static final long LOOK_EVERY_S = 60;

    private final boolean wanted;
    private final Optional<TlsConnector> connector;
    private final InstantSource system;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(TlsCheck::thread);

    @Activate
    public TlsCheck(BundleContext context) {
        this(TlsSettings.of(context), InstantSource.system());
        connector.ifPresent(found -> context.registerService(ConnectorFactory.class, found, null));
    }

    /** On another source of the system's time: for tests. */
    TlsCheck(Optional<TlsSettings> settings, InstantSource system) {
        this.wanted = settings.isPresent();
        this.system = system;
        this.connector = settings.flatMap(TlsCheck::opened);
        connector.ifPresent(found -> ticks.scheduleWithFixedDelay(this::tick, LOOK_EVERY_S, LOOK_EVERY_S, TimeUnit.SECONDS));
        warning().ifPresent(words -> LOG.warn("The certificate is good from {} until {}.", connector.get().from(), connector.get().until()));
    }

    private static Optional<TlsConnector> opened(TlsSettings settings) {
        try {
            return Optional.of(new TlsConnector(settings));
        } catch (KeyFile.Unusable | IOException e) {
            LOG.error("HTTPS cannot be opened.", e);
            return Optional.empty();
        }
    }

    Optional<TlsConnector> connector() {
        return connector;
    }

    void tick() {
        try {
            connector.orElseThrow().renew();
        } catch (Exception e) { // the wall of a tick: the certificate before goes on
            LOG.warn("The keystore was changed and cannot be used; the certificate before goes on.", e);
        }
    }

    @Deactivate
    public void stop() {
        ticks.shutdownNow();
    }

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public Optional<Text> missing() {
        return !wanted || connector.filter(TlsConnector::listens).isPresent() ? Optional.empty() : Optional.of(Text.of("tls.not-open"));
    }

    @Override
    public Optional<Text> warning() {
        Instant now = system.instant();
        return connector.flatMap(found -> {
            if (now.isBefore(found.from())) {
                return Optional.of(Text.of("tls.not-yet", day(found.from())));
            } else if (!now.isBefore(found.until())) {
                return Optional.of(Text.of("tls.ended", day(found.until())));
            } else if (!now.isBefore(found.until().minus(WARNED_BEFORE))) {
                return Optional.of(Text.of("tls.ends", day(found.until())));
            }
            return Optional.empty();
        });
    }

    /** As the operator's machine counts days. */
    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "kontor-tls");
        thread.setDaemon(true);
        return thread;
    }
}
