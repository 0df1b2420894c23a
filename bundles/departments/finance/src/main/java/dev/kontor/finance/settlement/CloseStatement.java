package dev.kontor.finance.settlement;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** The customer does not stamp its statement of account: finance says why, and who answers for the order knows (policy 13). */
@Component
public final class CloseStatement implements OrderCommand {

    @Override
    public String name() {
        return "finance/close-statement";
    }

    @Override
    public Text title() {
        return Text.of("finance.statement.close");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(HalfYear.RETURN);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.statement.close-submit"),
                Field.longText("reason", Text.of("finance.reason")).withClause("7.1").withHint(Text.of("finance.statement.close-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        String reason = values.text("reason");
        Text said = Text.of("finance.statement.closed", file.order().orElseThrow().customerName(), reason);
        file.note("finance.statement-closed", said, List.of(new Change("reason", "", reason)));
        file.notify(file.summary().representative(), said);
        file.complete(task.orElseThrow().id(), new Outcome("not-stamped", reason));
        return Answer.of(said, file.number());
    }
}
