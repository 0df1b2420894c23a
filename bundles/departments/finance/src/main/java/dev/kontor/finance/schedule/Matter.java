package dev.kontor.finance.schedule;

import java.util.Locale;

/** What finance attends to on a day of an instalment; {@code remind 2} is planned with the order. */
public enum Matter {
    /** Sales talks to the customer before the due day. */
    REMIND,
    /** It falls due today. */
    DUE,
    /** It is late, and dunning goes a step further. */
    LATE,
    /** The customer promised to have paid by yesterday. */
    PROMISE,
    /** The claim will soon be barred by limitation (policy 13). */
    LIMITATION;

    String of(PlannedInstalment row) {
        return named(row.position());
    }

    public String named(int position) {
        return name().toLowerCase(Locale.ROOT) + " " + position;
    }

    /** @param planned as {@link #named} wrote it */
    public static Matter in(String planned) {
        return valueOf(planned.substring(0, planned.indexOf(' ')).toUpperCase(Locale.ROOT));
    }

    public static int position(String planned) {
        return Integer.parseInt(planned.substring(planned.indexOf(' ') + 1));
    }
}
