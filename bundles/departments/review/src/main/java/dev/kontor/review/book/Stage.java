package dev.kontor.review.book;

import java.util.Locale;

/** What the rounds of an order are about; each stage counts its own. */
public enum Stage {
    /** The contract review of a draft, before it is signed (合同评审, R-4.17). */
    CONTRACT,
    /** The joint review of the order (会审, R-4.5). */
    JOINT;

    /** As it is kept; {@code contract} sorts before {@code joint}, as it comes before it. */
    String kept() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stage of(String kept) {
        return valueOf(kept.toUpperCase(Locale.ROOT));
    }
}
