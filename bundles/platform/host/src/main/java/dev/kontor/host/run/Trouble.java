package dev.kontor.host.run;

import dev.kontor.api.text.Text;

/** A bundle does not do what it has to. */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text words;

    Trouble(Text words) {
        super(words.toString());
        this.words = words;
    }

    Trouble(Text words, Throwable cause) {
        super(words.toString(), cause);
        this.words = words;
    }

    Text words() {
        return words;
    }
}
