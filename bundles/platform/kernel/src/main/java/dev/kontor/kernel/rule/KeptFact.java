package dev.kontor.kernel.rule;

import dev.kontor.kernel.json.Canonical;
import dev.kontor.kernel.json.Raw;
import dev.kontor.kernel.order.Revision;

/**
 * A fact as it is kept with a decision.
 *
 * @param type the name of its record, or {@value #REVISION}
 * @param value canonical JSON
 */
public record KeptFact(String type, Raw value) {

    /** The order in force: its revision is kept as it is for ever, so the decision points at it and names its digest. */
    static final String REVISION = "revision";

    /** Which revision of the decision's order, and the digest of its text. */
    public record Pointer(int revision, String digest) {}

    static KeptFact of(Record fact) {
        return new KeptFact(fact.getClass().getName(), new Raw(Canonical.text(fact)));
    }

    static KeptFact of(Revision revision) {
        Pointer pointer = new Pointer(revision.order().revision(), Canonical.digest(revision.text()));
        return new KeptFact(REVISION, new Raw(Canonical.text(pointer)));
    }

    Pointer pointer() {
        return Canonical.read(value.json(), Pointer.class);
    }
}
