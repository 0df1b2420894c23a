package dev.kontor.production.quality;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.Disposition;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.book.Treatment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quality finds the cause of a nonconformity and decides what becomes of it and what is done about the cause. */
@Component
public final class Analyse implements OrderCommand {

    private static final String PERSON = "[a-z][a-z0-9._-]{0,63}";

    private final Quality quality;
    private final QualityBook book;
    private final Batches batches;
    private final Accounts accounts;

    @Activate
    public Analyse(
            @Reference Quality quality, @Reference QualityBook book, @Reference Batches batches, @Reference Accounts accounts) {
        this.quality = quality;
        this.book = book;
        this.batches = batches;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "production/analyse";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.analyse");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Quality.CAUSE);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Nonconformity found = found(book, file, task);
        List<Field.Option> dispositions = Disposition.at(found.kind()).stream()
                .map(each -> new Field.Option(each.word(), each.words()))
                .toList();
        return Form.of(
                Text.of("production.quality.analyse-submit"),
                Field.longText("cause", Text.of("production.quality.cause")).withClause("5.3")
                        .withHint(Text.of("production.quality.nonconforming", found.number(), found.what())),
                Field.longText("correction", Text.of("production.quality.correction")).withClause("5.3"),
                Field.longText("corrective-action", Text.of("production.quality.corrective-action")).withClause("5.3")
                        .withHint(Text.of("production.quality.corrective-action-hint")),
                Field.choice("disposition", Text.of("production.quality.disposition"), dispositions)
                        .withHint(Text.of("production.quality.disposition-hint")),
                Field.text("responsible", Text.of("production.quality.responsible")).optional().suggesting("person").withClause("5.3")
                        .withHint(Text.of("production.quality.responsible-hint")),
                Field.choice("supplier", Text.of("production.quality.responsible-supplier"), batches.suppliers(file.number())).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Nonconformity found = found(book, file, task);
        Disposition disposition = Disposition.of(values.text("disposition"));
        demandOneResponsible(values);
        Treatment treatment = new Treatment(found, values.text("cause"), values.text("correction"), values.text("corrective-action"));
        treatment.decide(disposition, values.text("responsible"), values.text("supplier"), file.actor().id().value(), file.now());
        book.keep(treatment);
        found.decide(disposition);
        file.complete(task.orElseThrow().id(), Outcome.of(disposition.word()));
        Text said = Text.of("production.quality.decided", found.number(), disposition.words());
        file.note("production.nonconformity", said, List.of());
        quality.ask(file);
        return Answer.of(said, file.number()).withId(found.id());
    }

    /** A person of the company or a supplier of the order, whom the pages name. */
    private void demandOneResponsible(Values values) {
        String person = values.text("responsible");
        if (values.has("responsible") == values.has("supplier")) {
            throw Refused.at("responsible", Text.of("production.quality.responsible-hint"));
        }
        if (values.has("responsible") && (!person.matches(PERSON) || accounts.person(new PersonId(person)).isEmpty())) {
            throw Refused.at("responsible", Text.of("production.quality.responsible-nobody", person));
        }
    }

    /** What a task about a nonconformity is about. */
    static Nonconformity found(QualityBook book, OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> book.open(file.number(), owed.subject()))
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.quality.closed-already")));
    }
}
