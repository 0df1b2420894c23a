package dev.kontor.archive.filing;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.book.Retention;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.facts.KeptKind;
import dev.kontor.archive.facts.LegalMinimum;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long each kind is kept, as the rules say. They are told what the law demands, so that no parameter is below it. */
final class Classification {

    private static final List<LegalMinimum> LAW =
            List.of(new LegalMinimum("voucher", 360), new LegalMinimum("statement", 120), new LegalMinimum("volume", 360));

    private Classification() {}

    /**
     * By kind; of several answers the longest counts.
     *
     * @throws Refused {@code UNAVAILABLE} when no rule speaks of a kind
     */
    static Map<DocumentKind, Retention> retention(OrderFile file, List<Document> documents, VolumeBook book) {
        List<DocumentKind> kinds = documents.stream().map(Document::kind).distinct().toList();
        Decision decision = file.consult(Question.at(
                Archive.RETENTION,
                Stream.concat(LAW.stream(), kinds.stream().map(kind -> new KeptKind(kind.value()))).toArray(Record[]::new)));
        Map<DocumentKind, Retention> periods = new HashMap<>();
        for (DocumentKind kind : kinds) {
            List<Retention> said = decision.all(Conclusion.Check.class).stream()
                    .filter(check -> check.subject().equals(kind.value()))
                    .map(Classification::months)
                    .toList();
            if (said.isEmpty()) {
                throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("archive.no-period", book.name(kind)));
            }
            periods.put(kind, Retention.longest(said));
        }
        return periods;
    }

    /** The last value of the reason, as the rule set says. */
    private static Retention months(Conclusion.Check check) {
        List<Object> values = check.reason().arguments();
        return new Retention(new BigDecimal(String.valueOf(values.get(values.size() - 1))).intValueExact());
    }
}
