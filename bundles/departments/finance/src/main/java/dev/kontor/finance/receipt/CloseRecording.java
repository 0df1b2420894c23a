package dev.kontor.finance.receipt;

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

/** Money that was said to be this order's is not, or its voucher has another number: nobody waits here for its record. */
@Component
public final class CloseRecording implements OrderCommand {

    @Override
    public String name() {
        return "finance/close-recording";
    }

    @Override
    public Text title() {
        return Text.of("finance.receipt.close-recording");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Posting.RECORDING);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.receipt.close-recording-submit"),
                Field.longText("reason", Text.of("finance.reason"))
                        .withClause("7.2")
                        .withHint(Text.of("finance.receipt.close-recording-hint", task.orElseThrow().subject())));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task asked = task.orElseThrow();
        String reason = values.text("reason");
        Text said = Text.of("finance.receipt.recording-closed", asked.subject());
        file.note("finance.recording-closed", said, List.of(new Change("reason", "", reason)));
        file.complete(asked.id(), new Outcome("not-of-this-order", reason));
        return Answer.of(said, file.number());
    }
}
