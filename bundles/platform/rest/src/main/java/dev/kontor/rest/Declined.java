package dev.kontor.rest;

import dev.kontor.api.text.Text;
import java.util.Map;

/** A request that is wrong as HTTP, before any command is asked: no token, no key, not JSON. */
final class Declined extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;
    private final transient Text words;
    private final transient Map<String, String> headers;

    private Declined(int status, String name, Text words, Map<String, String> headers) {
        super(status + " " + name);
        this.status = status;
        this.name = name;
        this.words = words;
        this.headers = headers;
    }

    /** @param name the end of the problem's type, {@code key-missing}; its words are the message {@code rest.<name>} */
    static Declined of(int status, String name, Object... arguments) {
        return new Declined(status, name, Text.of("rest." + name, arguments), Map.of());
    }

    Declined with(String header, String value) {
        return new Declined(status, name, words, Map.of(header, value));
    }

    int status() {
        return status;
    }

    String name() {
        return name;
    }

    Text words() {
        return words;
    }

    Map<String, String> headers() {
        return headers;
    }
}
