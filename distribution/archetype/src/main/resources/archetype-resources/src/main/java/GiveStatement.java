package ${package};

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Work on the task: a form on the order's page and an operation of the REST interface. */
@Component
public final class GiveStatement implements OrderCommand {

    private final Statements statements;

    @Activate
    public GiveStatement(@Reference Statements statements) {
        this.statements = statements;
    }

    @Override
    public String name() {
        return "${department}/give";
    }

    @Override
    public Text title() {
        return Text.of("${department}.give");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Vocabulary.CLERK);
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.STATEMENT);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("${department}.give"),
                Field.choice("verdict", Text.of("${department}.verdict"), List.of(
                        new Field.Option("fine", Text.of("${department}.verdict.fine")),
                        new Field.Option("concern", Text.of("${department}.verdict.concern")))),
                Field.longText("remarks", Text.of("${department}.remarks")).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task work = task.orElseThrow();
        String verdict = values.text("verdict");
        if (verdict.equals("concern") && !values.has("remarks")) {
            throw Refused.at("remarks", Text.of("${department}.remarks-missing"));
        }
        String person = file.actor().id().value();
        statements.keep(new Statement(work.id().toString(), file.number().value(), verdict, values.text("remarks"), file.today(), person));
        Text said = Text.of("${department}.given", file.number().value(), words(verdict));
        file.complete(work.id(), new Outcome(verdict, values.text("remarks")));
        file.note("${department}.given", said, List.of());
        return Answer.of(said, file.number());
    }

    static Text words(String verdict) {
        return Text.of("${department}.verdict." + verdict);
    }
}
