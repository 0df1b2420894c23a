package dev.kontor.aftersales.retrospective;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
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

/** A recipient confirms that they read a retrospective. */
@Component
public final class ReadRetrospective implements OrderCommand {

    private final Retrospectives retrospectives;

    @Activate
    public ReadRetrospective(@Reference Retrospectives retrospectives) {
        this.retrospectives = retrospectives;
    }

    @Override
    public String name() {
        return "aftersales/read-retrospective";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.read-retrospective");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.READING);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("aftersales.read-submit"),
                Field.longText("remark", Text.of("aftersales.remark")).optional().withClause("8.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        retrospectives.receipt(file.number(), owed.role()).read(file.actor().id().value(), file.now(), values.text("remark"));
        file.complete(owed.id(), Outcome.of("read"));
        file.note("aftersales.retrospective-read", Text.of("aftersales.retrospective-read", Text.of("role." + owed.role())), List.of());
        return Answer.of(Text.of("aftersales.read-recorded"), file.number());
    }
}
