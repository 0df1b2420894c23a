package dev.kontor.archive.filing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who owes a kind of document that is missing files it with the order. */
@Component
public final class SupplyDocument implements OrderCommand {

    private final VolumeBook book;
    private final Completion completion;

    @Activate
    public SupplyDocument(@Reference VolumeBook book, @Reference Completion completion) {
        this.book = book;
        this.completion = completion;
    }

    @Override
    public String name() {
        return "archive/supply";
    }

    @Override
    public Text title() {
        return Text.of("archive.supply");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Archive.SUPPLY);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text kind = task.map(owed -> book.name(new DocumentKind(owed.subject()))).orElse(Text.of("archive.document"));
        return Form.of(
                Text.of("archive.supply-submit"),
                Field.file("document", kind).withClause("9.1").withHint(Text.of("archive.supply-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        DocumentKind kind = new DocumentKind(owed.subject());
        Document document = file.file(kind, values.upload("document").orElseThrow());
        Text said = Text.of("archive.supplied", book.name(kind), document.name());
        file.note("archive.supplied", said, List.of(new Change("document", "", document.digest())));
        file.complete(owed.id(), Outcome.of("supplied"));
        completion.look(file);
        return Answer.of(said, file.number());
    }
}
