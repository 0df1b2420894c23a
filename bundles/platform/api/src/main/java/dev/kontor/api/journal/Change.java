package dev.kontor.api.journal;

import dev.kontor.api.text.Text;

/** One field before and after. Empty stands for "nothing there". */
public record Change(String field, String before, String after) {

    /**
     * The field by the name that people know it by.
     *
     * @param kind of the journal's line; what stands before its first dot is the department whose field it is
     */
    public Text named(String kind) {
        return Text.of("console.field-of", kind, field);
    }

    /** What stood there, codes in words. */
    public Text beforeInWords(String kind) {
        return Text.of("console.value-of", kind, field, before);
    }

    /** What stands there now, codes in words. */
    public Text afterInWords(String kind) {
        return Text.of("console.value-of", kind, field, after);
    }
}
