package dev.kontor.production.purchasing.book;

import java.text.Normalizer;
import java.util.Locale;

/** How a supplier's batch is written. */
public final class Batch {

    private Batch() {}

    /** The form in which case, spaces and full-width characters make no difference. */
    public static String key(String batch) {
        return Normalizer.normalize(batch, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\s]", "").toUpperCase(Locale.ROOT);
    }
}
