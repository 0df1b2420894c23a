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
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** Company leadership decides whether a claim goes to court or to arbitration (policy 13). */
@Component
public final class DecideClaim implements OrderCommand {

    @Override
    public String name() {
        return "finance/decide-claim";
    }

    @Override
    public Text title() {
        return Text.of("finance.dunning.decide-claim");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(new TaskKind(Dunning.LEVEL + "decision"));
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.dunning.decide"),
                Field.choice(
                                "claim",
                                Text.of("finance.dunning.claim"),
                                Stream.of("litigation", "arbitration", "negotiation")
                                        .map(each -> new Field.Option(each, Text.of("finance.dunning.claim." + each)))
                                        .toList())
                        .withClause("7.1"),
                Field.longText("reason", Text.of("finance.reason")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        String claim = values.text("claim");
        file.complete(owed.id(), new Outcome(claim, values.text("reason")));
        Text said = Text.of("finance.dunning.claim-decided", owed.subject(), Text.of("finance.dunning.claim." + claim));
        file.note("finance.claim-decided", said, List.of(new Change("reason", "", values.text("reason"))));
        file.notify(file.order().orElseThrow().representative(), said);
        file.notify(Role.FINANCE_CLERK, said);
        file.notify(Role.LEGAL_REVIEWER, said);
        return Answer.of(said, file.number());
    }
}
