package dev.kontor.entry.fault;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.text.Text;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Drafts.Confirmation;
import dev.kontor.entry.draft.Written;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds who let a wrong field by, once it was written: who confirmed it, and who passed it in the preliminary review. */
@Component(service = Answerable.class)
public final class Answerable {

    /** The line that a passed preliminary review leaves in the order's journal. */
    private static final String PASSED = "review.passed";

    private static final int LINES = 200;

    private final Drafts drafts;
    private final Journals journals;

    @Activate
    public Answerable(@Reference Drafts drafts, @Reference Journals journals) {
        this.drafts = drafts;
        this.journals = journals;
    }

    /**
     * Who answers.
     *
     * @param confirmer empty if the field was not confirmed yet, {@code reviewer} if no head of sales has passed it
     */
    record Answering(String writer, String confirmer, String reviewer, Shares shares) {

        /** Each by name with the share, the writer first. */
        Text words() {
            Text all = Text.of("entry.error.writer", writer, shares.writer());
            if (!confirmer.isEmpty()) {
                all = Text.of("entry.and", all, Text.of("entry.error.confirmer", confirmer, shares.confirmer()));
            }
            return reviewer.isEmpty()
                    ? all
                    : Text.of("entry.and", all, Text.of("entry.error.reviewer", reviewer, shares.reviewer()));
        }

        /** The same for who counts: {@code <sign-in name> writer-share} and its kin, of those who have a share. */
        List<Change> changes() {
            return Stream.of(
                            new Change(writer + " writer-share", "", shares.writer().toPlainString()),
                            new Change(confirmer + " confirmer-share", "", shares.confirmer().toPlainString()),
                            new Change(reviewer + " reviewer-share", "", shares.reviewer().toPlainString()))
                    .filter(each -> new BigDecimal(each.after()).signum() > 0)
                    .toList();
        }
    }

    Answering of(OrderView file, Written wrong) {
        List<Confirmation> since = drafts.confirmations(file.number()).stream()
                .filter(one -> !one.at().isBefore(wrong.at()))
                .toList();
        String confirmer = since.isEmpty() ? "" : since.get(0).by().value();
        String reviewer = since.isEmpty() ? "" : passed(file, since.get(since.size() - 1).at()).orElse("");
        Shares shares = Shares.of(file, !confirmer.isEmpty(), !reviewer.isEmpty());
        return new Answering(wrong.by().value(), confirmer, reviewer, shares);
    }

    /** The latest who passed the order since it was first confirmed with the field. */
    private Optional<String> passed(OrderView file, Instant confirmed) {
        long before = Long.MAX_VALUE;
        List<Entry> lines = journals.of(file.number(), before, LINES, file.actor());
        while (!lines.isEmpty()) {
            Optional<Entry> found = lines.stream().filter(line -> line.kind().equals(PASSED)).findFirst();
            Entry oldest = lines.get(lines.size() - 1);
            if (found.isPresent() || oldest.at().isBefore(confirmed)) {
                return found.filter(line -> !line.at().isBefore(confirmed)).map(line -> line.by().value());
            }
            lines = journals.of(file.number(), oldest.sequence(), LINES, file.actor());
        }
        return Optional.empty();
    }
}
