package dev.kontor.archive.filing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archivist does not wait for the next look: later documents make a supplementary volume due now. */
@Component
public final class OpenSupplement implements OrderCommand {

    private final VolumeBook book;
    private final Completion completion;

    @Activate
    public OpenSupplement(@Reference VolumeBook book, @Reference Completion completion) {
        this.book = book;
        this.completion = completion;
    }

    @Override
    public String name() {
        return "archive/supplement";
    }

    @Override
    public Text title() {
        return Text.of("archive.supplement");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ARCHIVIST);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return (!book.of(file.number()).isEmpty() || Ending.of(file).isPresent())
                && file.openTasks(Archive.FILE).isEmpty()
                && !book.unfiled(file.number(), file.documents()).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return new Form(List.of(), Text.of("archive.supplement-submit"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        if (!offered(file, task)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("archive.no-supplement"));
        }
        completion.demandFiling(file);
        return Answer.of(Text.of("archive.supplement-due", book.of(file.number()).size() + 1), file.number());
    }
}
