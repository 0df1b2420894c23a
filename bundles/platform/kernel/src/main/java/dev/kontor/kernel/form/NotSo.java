package dev.kontor.kernel.form;

import dev.kontor.api.text.Text;

/** A value is not right for its field; the words say how it should be. Never leaves this package. */
final class NotSo extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text words;

    NotSo(Text words) {
        super(words.toString(), null, false, false);
        this.words = words;
    }

    Text words() {
        return words;
    }
}
