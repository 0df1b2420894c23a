package dev.kontor.host.run;

import dev.kontor.api.text.Text;
import dev.kontor.host.inspect.Sentences;

/** A bundle does not do what it has to. */
final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text words;

    Trouble(Text words) {
        super(Sentences.ENGLISH.say(words));
        this.words = words;
    }

    Trouble(Text words, Throwable cause) {
        super(Sentences.ENGLISH.say(words), cause);
        this.words = words;
    }

    Text words() {
        return words;
    }
}
