package dev.kontor.finance.schedule;

import java.util.Locale;

/** What an allocation is of, and what it is for. */
public enum PaymentKind {
    /** Money that came, for an instalment. */
    RECEIPT,
    /** A penalty that the company owes, for an instalment: no money came (抵扣, R-7.8). */
    SET_OFF,
    /** Money that came, for the penalty of a late payment: no instalment is paid by it. */
    PENALTY;

    /** As rows and texts say it, {@code set-off}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static PaymentKind of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
