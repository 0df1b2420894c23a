package dev.kontor.host.shelf;

import java.util.Locale;

/** What became of a jar. */
public enum State {
    /** It waits for an administrator. */
    CANDIDATE,
    /** It was not let in. */
    REFUSED,
    /** It may start and has not yet; the version before is kept ready. */
    APPROVED,
    /** It has started once: it runs, now and after each restart. */
    INSTALLED,
    /** Another version took its place. */
    SUPERSEDED,
    /** It did not start; the version before, if there was one, went on. */
    FAILED,
    DECLINED,
    /** It was taken away; its data is kept. */
    REMOVED;

    /** As it is kept, and as keys of messages have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the platform tries to run it. */
    public boolean wanted() {
        return this == APPROVED || this == INSTALLED;
    }
}
