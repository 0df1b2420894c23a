package dev.kontor.host.inspect;

import dev.kontor.api.text.Text;

/** The file is no jar that can be looked into. */
public final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text words;

    Unfit(Text words) {
        super(Sentences.ENGLISH.say(words));
        this.words = words;
    }

    /** One sentence. */
    public Text words() {
        return words;
    }
}
