package dev.kontor.archive.keeping;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.LegalHold;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.facts.Disposal;
import dev.kontor.archive.filing.Ending;
import dev.kontor.archive.filing.Missing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether documents may be destroyed: asked anew at every step, never let pass by a special approval. */
final class Destruction {

    private Destruction() {}

    /** Those whose retention is over; all that is there when it is over for none, so that the rules say why not. */
    static List<Item> candidates(List<Item> items, LocalDate today) {
        List<Item> there = items.stream().filter(item -> item.destroyedOn().isEmpty()).toList();
        List<Item> over = there.stream().filter(item -> item.keptUntil().filter(today::isAfter).isPresent()).toList();
        return over.isEmpty() ? there : over;
    }

    /** The documents that the appraisal names. */
    static List<Item> named(List<Item> items, Appraisal appraisal) {
        return items.stream().filter(item -> item.appraisal().equals(appraisal.id()) && item.destroyedOn().isEmpty()).toList();
    }

    /** In the language of whoever reads it. */
    private static Text said(ReasonWords reason) {
        return Text.of("archive.rule-says", reason.english(), reason.chinese());
    }

    /** @throws Refused {@code CONFLICT} with what the rules say against it */
    static void demandAllowed(OrderFile file, Volume volume, List<Item> items, VolumeBook book) {
        if (items.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.nothing-to-destroy", volume.code()));
        }
        Decision decision = file.consult(Question.at(Archive.DISPOSAL, fact(file, volume, items, book)));
        List<Text> against = decision.conclusions().stream()
                .filter(concluded -> concluded.conclusion() instanceof Check check && !check.passed())
                .map(concluded -> said(file.words(concluded)))
                .toList();
        boolean over = decision.all(Check.class).stream().anyMatch(check -> check.subject().equals("retention") && check.passed());
        if (!over || !against.isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.not-destroyed", Missing.joined(against)));
        }
    }

    private static Disposal fact(OrderFile file, Volume volume, List<Item> items, VolumeBook book) {
        boolean permanent = items.stream().anyMatch(item -> item.keptUntil().isEmpty());
        Optional<LocalDate> until = permanent
                ? Optional.empty()
                : items.stream().flatMap(item -> item.keptUntil().stream()).max(Comparator.naturalOrder());
        return new Disposal(
                volume.code(),
                permanent,
                until.map(LocalDate::toString).orElse(""),
                until.map(day -> Math.toIntExact(ChronoUnit.DAYS.between(file.today(), day))).orElse(0),
                (int) book.holds(volume).stream().filter(LegalHold::stands).count(),
                isSettled(file));
    }

    /** An order that company leadership ended is never settled as a whole: it is when finance has nothing left to do at it. */
    private static boolean isSettled(OrderFile file) {
        return file.milestones().contains(MilestoneName.FINANCE_SETTLED)
                || Ending.of(file).filter(ending -> !ending.completed()).isPresent()
                        && file.openTasks().stream().noneMatch(task -> task.kind().value().startsWith("finance."));
    }

    /** The open appraisal. @throws Refused {@code CONFLICT} when there is none in that state, or the actor had a hand in it */
    static Appraisal open(OrderFile file, Volume volume, VolumeBook book, Appraisal.State... states) {
        Appraisal appraisal = book.openAppraisal(volume)
                .filter(each -> List.of(states).contains(each.state()))
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("archive.no-appraisal", volume.code())));
        if (appraisal.hands().contains(file.actor().id())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("archive.other-hands"));
        }
        return appraisal;
    }
}
