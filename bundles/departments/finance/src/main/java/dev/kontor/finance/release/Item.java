package dev.kontor.finance.release;

import dev.kontor.api.text.Text;
import java.util.Locale;

/** What a release lets go; rules know it as {@code ReleaseGiven.item}. */
public enum Item {
    /** Production though money that is due before it is open (policy 7). */
    PRODUCTION,
    /** Dispatch though money that is due before it is open, or the order's instalments are late. */
    PAYMENT,
    /** Dispatch though deliveries to the customer are stopped (policy 13). */
    DUNNING,
    /** Dispatch though the customer's credit is used up. */
    CREDIT;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Item of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    public Text words() {
        return Text.of("finance.release.item." + value());
    }
}
