package dev.kontor.tables;

/**
 * What stands in a cell.
 *
 * @param text a number plainly, a share in per cent, a day as {@code 2026-03-02}, a truth as {@code yes} or {@code no}
 */
record Content(Kind kind, String text) {

    static final Content EMPTY = new Content(Kind.WORDS, "");

    /** What the file says that it is: all of a CSV file is words. */
    enum Kind {
        WORDS,
        NUMBER,
        SHARE,
        DAY,
        TRUTH
    }

    static Content words(String text) {
        return new Content(Kind.WORDS, text.strip());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
