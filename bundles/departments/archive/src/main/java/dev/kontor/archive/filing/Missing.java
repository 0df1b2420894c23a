package dev.kontor.archive.filing;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.DemandedKind;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;

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

    /** A kind of a partner's own rule is named after it, and owed by its department. */
    private static Text of(String subject, VolumeBook book) {
        if (!subject.matches("[a-z][a-z-]*\\.[a-z][a-z-]*")) {
            return Text.plain(subject);
        }
        Text owner = book.kind(new DocumentKind(subject))
                .map(DemandedKind::role)
                .map(role -> Text.of("role." + role))
                .orElse(Text.of("department." + subject.substring(0, subject.indexOf('.'))));
        return Text.of("archive.kind-of", Text.of("document." + subject), owner);
    }

    /** One text of several, however many they are. */
    public static Text joined(List<Text> parts) {
        return parts.stream().reduce((one, other) -> Text.of("archive.and", one, other)).orElse(Text.plain(""));
    }
}
