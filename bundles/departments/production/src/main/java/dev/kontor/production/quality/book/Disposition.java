package dev.kontor.production.quality.book;

import dev.kontor.api.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of what does not conform (regulation, clause 5.3; ). */
public enum Disposition {
    REWORK("rework"),
    REPAIR("repair"),
    /** Of goods or of a component only: back to its supplier, another one comes. */
    RETURN("return"),
    /** Used as it is; a second person releases it. */
    CONCESSION("concession"),
    /** Of goods or a component: another one comes. Of a machine: it is struck from its order; a second person releases it. */
    SCRAP("scrap");

    private final String word;

    Disposition(String word) {
        this.word = word;
    }

    public static Disposition of(String word) {
        return Stream.of(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no disposition (%s).".formatted(word)));
    }

    /** What can be decided where an inspection of the kind was not passed. */
    public static List<Disposition> at(InspectionKind kind) {
        return Stream.of(values()).filter(each -> each != RETURN || kind == InspectionKind.INCOMING).toList();
    }

    public String word() {
        return word;
    }

    public Text words() {
        return Text.of("production.quality.disposition." + word);
    }

    /** Whether goods are put right here, and inspected again; of those that are not others come. */
    public boolean putsRight() {
        return this == REWORK || this == REPAIR;
    }

    /** Whether a second person has to release it; otherwise production carries it out and presents it again. */
    public boolean needsRelease(InspectionKind kind) {
        return this == CONCESSION || this == SCRAP && kind != InspectionKind.INCOMING;
    }
}
