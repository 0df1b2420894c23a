package dev.kontor.api.order;

import java.util.Arrays;
import java.util.Optional;

/** An acceptance that a contract may list, in the order in which goods come by: on arrival every contract has one. */
public enum Acceptance {
    /** In the seller's works, before the goods leave them (预验收). */
    PRE("pre"),
    /** When the goods are unpacked at the delivery place (到货验收). */
    ARRIVAL("arrival"),
    /** After installation and commissioning (终验收). */
    FINAL("final");

    private final String word;

    Acceptance(String word) {
        this.word = word;
    }

    /** As kept, and as the end of its message's key. */
    public String word() {
        return word;
    }

    /** @return empty for a word that names none */
    public static Optional<Acceptance> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
