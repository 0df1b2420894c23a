package dev.kontor.api.document;

/**
 * What a document is evidence of, {@code entry.contract}: department and kind, an open set.
 * Shown to people by the message {@code document.<kind>}.
 */
public record DocumentKind(String value) {

    public DocumentKind {
        if (!value.matches("[a-z][a-z-]*\\.[a-z][a-z-]*")) {
            throw new IllegalArgumentException("The kind of document (%s) must look like entry.contract.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
