package dev.kontor.engine.parcel;

import dev.kontor.api.text.Text;

/** A parcel that is not as it was packed, or was never one. */
public final class Spoiled extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text words;

    Spoiled(String key, Object... arguments) {
        super(key);
        this.words = Text.of(key, arguments);
    }

    /** Why, in a full sentence. */
    public Text words() {
        return words;
    }
}
