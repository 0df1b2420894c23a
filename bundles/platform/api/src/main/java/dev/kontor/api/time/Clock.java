package dev.kontor.api.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Business time. The only source of "now" for everything an order, a deadline or a decision can see.
 *
 * <p>Inside a command use {@code file.now()}, which is one reading for the whole command.
 */
@ProviderType
public interface Clock {

    /** To the millisecond. */
    Instant now();

    /** Today in the company's zone. */
    LocalDate today();

    /** The company's zone; Asia/Shanghai unless configured. */
    ZoneId zone();

    /** True on a demo or test company whose time is moved by hand. Journal entries are then marked. */
    boolean simulated();
}
