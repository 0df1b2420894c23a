package dev.kontor.archive.filing;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;
import java.util.Optional;

/** What a volume lacks, in words, each with who owes it. */
public final class Missing {

    private Missing() {}

    /** @throws Refused {@code CONFLICT} naming every kind that is missing */
    static void demandNothing(Decision decision, VolumeBook book) {
        List<Text> missing = decision.all(Conclusion.Check.class).stream()
                .filter(check -> !check.passed())
                .map(check -> of(check.subject(), book))
                .toList();
        if (!decision.passes()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.incomplete", missing.size(), joined(missing)));
        }
    }

    private static Text of(String subject, VolumeBook book) {
        return kind(subject)
                .map(kind -> Text.of("archive.kind-of", book.name(kind), owner(kind, book)))
                .orElse(Text.plain(subject));
    }

    /** The kind that a check is about; a partner's own rule may check something else. */
    public static Optional<DocumentKind> kind(String subject) {
        return subject.matches(DemandKind.NAME) ? Optional.of(new DocumentKind(subject)) : Optional.empty();
    }

    /** Who owes a kind: that of a partner's own rule its department. */
    public static Text owner(DocumentKind kind, VolumeBook book) {
        return book.kind(kind)
                .map(demanded -> Text.of("role." + demanded.role()))
                .orElse(Text.of("department." + kind.value().substring(0, kind.value().indexOf('.'))));
    }

    /** One text of several, however many they are. */
    public static Text joined(List<Text> parts) {
        return parts.stream().reduce((one, other) -> Text.of("archive.and", one, other)).orElse(Text.plain(""));
    }
}
