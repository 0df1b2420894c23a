package dev.kontor.api.document;

import java.util.regex.Pattern;

/**
 * What a document is evidence of, {@code entry.contract}: department and kind, an open set.
 * Shown to people by the message {@code document.<kind>}.
 */
public record DocumentKind(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]*\\.[a-z][a-z-]*");

    public DocumentKind {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("The kind of document (%s) must look like entry.contract.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
