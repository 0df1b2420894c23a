package dev.kontor.kernel.time;

import dev.kontor.api.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's time, ahead of it by the configured offset on a demo or test company. */
@Component(service = {Clock.class, SystemClock.class}, configurationPid = "dev.kontor.kernel.clock")
@Designate(ocd = SystemClock.Settings.class)
public final class SystemClock implements Clock {

    /** PID {@code dev.kontor.kernel.clock}. */
    @ObjectClassDefinition(name = "Business clock")
    public @interface Settings {

        @AttributeDefinition(description = "The company's time zone: a day ends at 24:00 there.")
        String zone() default "Asia/Shanghai";

        @AttributeDefinition(description = "ISO 8601, P10D or PT6H: how far business time is ahead. Only grows while the platform runs.")
        String offset() default "PT0S";
    }

    private static final Logger LOG = LoggerFactory.getLogger(SystemClock.class);

    private final java.time.Clock system;
    private final Optional<Path> kept;
    private volatile Setting setting;

    private record Setting(ZoneId zone, Duration offset) {}

    @Activate
    public SystemClock(Settings settings, BundleContext context) {
        this(java.time.Clock.systemUTC(), ZoneId.of(settings.zone()), Duration.parse(settings.offset()),
                Optional.ofNullable(context.getProperty("data.dir")).map(Path::of));
    }

    /** On another source of time: for tests. */
    public SystemClock(java.time.Clock system, ZoneId zone, Duration offset) {
        this(system, zone, offset, Optional.empty());
    }

    SystemClock(java.time.Clock system, ZoneId zone, Duration offset, Optional<Path> data) {
        this.system = system;
        this.kept = data.map(folder -> folder.resolve("clock.offset"));
        this.setting = new Setting(zone, forward(forward(Duration.ZERO, offset), kept.map(SystemClock::read).orElse(Duration.ZERO)));
    }

    private static Duration read(Path kept) {
        try {
            return Files.exists(kept) ? Duration.parse(Files.readString(kept).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read; business time would go back.".formatted(kept), e);
        }
    }

    /**
     * Business time goes on to that moment, at once and over restarts; nothing happens when it is over.
     *
     * @param moment in the company's zone
     */
    public void forwardTo(LocalDateTime moment) {
        Duration offset = Duration.between(system.instant(), moment.atZone(zone()).toInstant());
        if (offset.compareTo(setting.offset()) > 0) {
            kept.ifPresent(file -> write(file, offset));
            setting = new Setting(zone(), offset);
        }
    }

    private static void write(Path kept, Duration offset) {
        try {
            Path fresh = kept.resolveSibling("clock.offset.new");
            Files.writeString(fresh, offset.toString());
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written; business time stays.".formatted(kept), e);
        }
    }

    @Modified
    void modified(Settings settings) {
        move(ZoneId.of(settings.zone()), Duration.parse(settings.offset()));
    }

    /** Moves business time ahead; an offset smaller than the one in force is left aside. */
    void move(ZoneId zone, Duration offset) {
        Duration before = setting.offset();
        setting = new Setting(zone, forward(before, offset));
        LOG.info("Business time is {} ahead of the system's, in {}.", setting.offset(), zone);
    }

    @Override
    public Instant now() {
        return system.instant().plus(setting.offset()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }

    @Override
    public ZoneId zone() {
        return setting.zone();
    }

    @Override
    public boolean simulated() {
        return !setting.offset().isZero();
    }

    private static Duration forward(Duration before, Duration wanted) {
        if (wanted.compareTo(before) < 0) {
            LOG.warn("Business time never goes back: the offset {} is left aside, {} stays.", wanted, before);
            return before;
        }
        return wanted;
    }
}
