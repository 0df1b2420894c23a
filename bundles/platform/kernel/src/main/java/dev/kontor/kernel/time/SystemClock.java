package dev.kontor.kernel.time;

import dev.kontor.api.time.Clock;
import dev.kontor.kernel.rows.Rows;
import dev.kontor.store.Transactions;
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
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's time, ahead of it by the configured offset on a demo or test company. A demo company begins behind it, so that
 * it has a past, and catches up.
 */
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
    public SystemClock(Settings settings, BundleContext context, @Reference Rows rows, @Reference Transactions transactions) {
        this(java.time.Clock.systemUTC(), ZoneId.of(settings.zone()), Duration.parse(settings.offset()),
                Optional.ofNullable(context.getProperty("data.dir")).map(Path::of), past(context, rows, transactions));
    }

    /** On another source of time: for tests. */
    public SystemClock(java.time.Clock system, ZoneId zone, Duration offset) {
        this(system, zone, offset, Optional.empty(), Duration.ZERO);
    }

    /** @param past how far back a company begins whose clock has never run */
    SystemClock(java.time.Clock system, ZoneId zone, Duration offset, Optional<Path> data, Duration past) {
        this.system = system;
        this.kept = data.map(folder -> folder.resolve("clock.offset"));
        this.setting = new Setting(zone, forward(kept.map(file -> begun(file, past)).orElse(Duration.ZERO), offset));
    }

    /** Zero where anybody has an account already: the company is older than this clock. */
    private static Duration past(BundleContext context, Rows rows, Transactions transactions) {
        boolean begins = "true".equals(context.getProperty("kontor.demo"))
                && context.getProperty("kontor.demo.past") != null
                && transactions.read(() -> rows.all("select id from kernel_account").isEmpty());
        return begins ? Duration.parse(context.getProperty("kontor.demo.past")) : Duration.ZERO;
    }

    private static Duration begun(Path kept, Duration past) {
        try {
            if (!Files.exists(kept) && !past.isZero()) {
                write(kept, past.negated());
            }
            return Files.exists(kept) ? Duration.parse(Files.readString(kept).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read; business time would go back.".formatted(kept), e);
        }
    }

    /**
     * Business time goes on to that moment, at once and over restarts; nothing happens when it is over. Once it comes to the
     * system's day it is the system's time.
     *
     * @param moment in the company's zone
     */
    public void forwardTo(LocalDateTime moment) {
        Duration wanted = Duration.between(system.instant(), moment.atZone(zone()).toInstant());
        boolean caughtUp = setting.offset().isNegative() && !moment.toLocalDate().isBefore(LocalDate.now(system.withZone(zone())));
        Duration offset = caughtUp ? Duration.ZERO : wanted;
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

    /** Without an offset wanted the clock goes on as it does. */
    private static Duration forward(Duration before, Duration wanted) {
        if (wanted.isZero()) {
            return before;
        }
        if (wanted.compareTo(before) < 0) {
            LOG.warn("Business time never goes back: the offset {} is left aside, {} stays.", wanted, before);
            return before;
        }
        return wanted;
    }
}
