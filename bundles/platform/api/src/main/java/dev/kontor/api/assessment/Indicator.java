package dev.kontor.api.assessment;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One thing that work on orders is assessed by (考核指标): which events count, for whom, and whether each was as it should
 * be. Its value is the share of the good ones among those of a month, in per cent, each by its own share; how many points that is worth is said by
 * rules at {@code supervision/score}, where a bundle attaches a set of its own for its own indicator.
 *
 * <p>Register one as a service. It counts by what it is handed and by nothing else, so that a month that is counted again
 * comes out the same. Thread-safe; may be called outside a command.
 */
@ConsumerType
public interface Indicator {

    /**
     * Department and what is counted, {@code entry.on-time}; unique, and at most 64 characters. Shown by the message
     * {@code indicator.<name>}.
     */
    String name();

    /** Everything of the order's life that counts, whatever the month: the month is picked by {@link Counted#at}. */
    List<Counted> count(OrderEvents order);
}
