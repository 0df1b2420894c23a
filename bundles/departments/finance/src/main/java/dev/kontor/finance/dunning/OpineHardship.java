package dev.kontor.finance.dunning;

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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance says what it thinks of a hardship case; then company leadership decides. */
@Component
public final class OpineHardship implements OrderCommand {

    private final HardshipWork work;

    @Activate
    public OpineHardship(@Reference HardshipWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "finance/opine-hardship";
    }

    @Override
    public Text title() {
        return Text.of("finance.dunning.opine-hardship");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(HardshipWork.OPINION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text soFar = work.of(file, task).map(HardshipWork::words).orElse(Text.plain(""));
        return Form.of(
                Text.of("finance.dunning.opine-submit"),
                Field.longText("opinion", Text.of("finance.dunning.opinion")).withHint(soFar).withClause("7.1"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Hardship hardship = work.demand(file, task);
        hardship.judge(values.text("opinion"), file);
        file.complete(task.orElseThrow().id(), new Outcome("given", values.text("opinion")));
        work.askLeadership(file, hardship);
        Text said = Text.of("finance.dunning.hardship-judged", hardship.position());
        file.note("finance.hardship-judged", said, List.of(new Change("opinion", "", values.text("opinion"))));
        return Answer.of(said, file.number());
    }
}
