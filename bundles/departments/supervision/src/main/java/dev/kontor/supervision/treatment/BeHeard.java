package dev.kontor.supervision.treatment;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.supervision.Supervision;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The same as {@link Plead}, from the worklist: also for who does somebody's work while they are away. */
@Component
public final class BeHeard implements OrderCommand {

    private final TreatmentBook book;
    private final Rulings rulings;
    private final Treatments treatments;

    @Activate
    public BeHeard(@Reference TreatmentBook book, @Reference Rulings rulings, @Reference Treatments treatments) {
        this.book = book;
        this.rulings = rulings;
        this.treatments = treatments;
    }

    @Override
    public String name() {
        return "supervision/be-heard";
    }

    @Override
    public Text title() {
        return Text.of("supervision.plead");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Supervision.HEARING);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text hint = task.map(owed -> rulings.of(file, owed))
                .map(each -> Text.of("supervision.plead-hint", each.reason(), each.heardUntil()))
                .orElse(Text.plain(""));
        return Form.of(
                Text.of("supervision.plead-submit"),
                Field.longText("words", Text.of("supervision.plea")).withHint(hint).withClause("10.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        Treatment treatment = rulings.of(file, owed);
        Concerned.demandOpen(book, treatment, file.today());
        book.keep(new Step(treatment, Treatment.State.HEARD, values.text("words"), file.actor().id(), file.now()));
        Text said = Text.of("supervision.pleaded", treatment.code());
        file.note("supervision.pleaded", said, List.of(new Change("treatment", "", treatment.id())));
        file.complete(owed.id(), Outcome.of("done"));
        treatments.pleaded(file, treatment);
        return Answer.of(said, file.number()).withId(treatment.id());
    }
}
