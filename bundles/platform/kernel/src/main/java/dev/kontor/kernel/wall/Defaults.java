package dev.kontor.kernel.wall;

import java.util.Locale;
import java.util.TimeZone;

/** What belongs to the whole machine and must be after a call as it was before. */
record Defaults(Locale locale, TimeZone zone) {

    static Defaults now() {
        return new Defaults(Locale.getDefault(), TimeZone.getDefault());
    }

    /** Puts them back; true when somebody had changed them. */
    boolean restored() {
        boolean changed = !locale.equals(Locale.getDefault()) || !zone.equals(TimeZone.getDefault());
        if (changed) {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        return changed;
    }
}
