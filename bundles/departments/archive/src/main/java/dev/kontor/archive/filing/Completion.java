package dev.kontor.archive.filing;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.document.Document;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.facts.VolumeDue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * When a volume is due. A completed order owes its own at once, one that was ended as soon as it has documents; afterwards the
 * order is looked at from time to time, and documents that have come meanwhile make a supplementary one due. While others
 * owe documents of a volume that is due, the archivist's clock stands still.
 */
@Component(service = Completion.class)
public final class Completion {

    private static final String LOOK = "supplement";

    private final VolumeBook book;

    @Activate
    public Completion(@Reference VolumeBook book) {
        this.book = book;
    }

    /** The order is completed. At a later revision its own volume is there already. */
    public void begin(OrderFile file) {
        if (book.of(file.number()).isEmpty()) {
            due(file, endedOn(file), file.consult(Question.at(Archive.COMPLETENESS)));
        } else {
            look(file);
        }
    }

    /** Are there documents that no volume holds, and everything that belongs beside them? Without any nobody is asked for more. */
    public void look(OrderFile file) {
        if (!file.openTasks(Archive.FILE).isEmpty()) {
            await(file, file.consult(Question.at(Archive.COMPLETENESS)));
            return;
        }
        int waiting = book.unfiled(file.number(), file.documents()).size();
        Decision decision = file.decision(Archive.COMPLETENESS)
                .filter(known -> waiting == 0 && nextLook(file, known).isPresent())
                .orElseGet(() -> file.consult(Question.at(Archive.COMPLETENESS)));
        if (waiting > 0 && decision.passes()) {
            due(file, file.today(), decision);
        } else {
            book.waits(file.number(), waiting, file.today());
            lookAgain(file, decision);
        }
    }

    /** Until then documents can come; a volume that is due ends the looking, its filing begins it again. */
    void lookAgain(OrderFile file, Decision decision) {
        nextLook(file, decision).ifPresent(next -> file.plan(Archive.ID, LOOK, next));
    }

    private static Optional<LocalDate> nextLook(OrderFile file, Decision decision) {
        LocalDate last = endedOn(file).plusMonths(number(decision, "supplement-months"));
        return Optional.of(file.today().plusDays(number(decision, "supplement-days"))).filter(next -> !next.isAfter(last));
    }

    /** Later documents wait, and nobody has been asked to file them yet. */
    public void demandFiling(OrderFile file) {
        if (file.openTasks(Archive.FILE).isEmpty()) {
            due(file, file.today(), file.consult(Question.at(Archive.COMPLETENESS)));
        }
    }

    /** The rules say until when the next volume is filed. */
    private void due(OrderFile file, LocalDate since, Decision completeness) {
        List<Volume> volumes = book.of(file.number());
        List<Document> documents = book.unfiled(file.number(), file.documents());
        file.unplan(Archive.ID, LOOK);
        book.waits(file.number(), 0, file.today());
        file.consult(Question.at(Archive.DEADLINES, new VolumeDue(String.valueOf(volumes.size() + 1), since.toString(), documents.size()))
                .since(since)
                .addingOnly());
        await(file, completeness);
    }

    /** The time of whoever owes a document that is missing is not the archivist's. */
    private static void await(OrderFile file, Decision completeness) {
        for (Task owed : file.openTasks(Archive.FILE)) {
            if (completeness.passes()) {
                file.resume(owed.id());
            } else if (owed.suspendedAt().isEmpty()) {
                file.suspend(owed.id(), Text.of("archive.awaits-documents"));
            }
        }
        if (!completeness.passes()) {
            file.plan(Archive.ID, LOOK, file.today().plusDays(1));
        }
    }

    private static LocalDate endedOn(OrderFile file) {
        return Ending.of(file).map(Ending::on).orElse(file.today());
    }

    private static int number(Decision decision, String name) {
        return decision.parameters().stream()
                .filter(parameter -> parameter.set().equals(Archive.COMPLETENESS.value()) && parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s has no parameter %s.".formatted(Archive.COMPLETENESS, name)))
                .whole();
    }
}
