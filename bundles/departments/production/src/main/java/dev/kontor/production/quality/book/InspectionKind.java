package dev.kontor.production.quality.book;

import dev.kontor.api.text.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** The three inspections of a machine, in their order; none may be left out (regulation, clause 5.3; ). */
public enum InspectionKind {
    INCOMING("incoming"),
    IN_PROCESS("in-process"),
    FINAL("final");

    private final String word;

    InspectionKind(String word) {
        this.word = word;
    }

    public static InspectionKind of(String word) {
        return Stream.of(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no inspection (%s).".formatted(word)));
    }

    /** As it is kept and sent. */
    public String word() {
        return word;
    }

    public Text words() {
        return Text.of("production.quality.kind." + word);
    }

    /** The one that has to be passed before. */
    public Optional<InspectionKind> before() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
