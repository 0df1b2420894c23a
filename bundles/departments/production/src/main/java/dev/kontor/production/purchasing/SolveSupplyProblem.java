package dev.kontor.production.purchasing;

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
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.SupplyProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Purchasing has solved a problem in the supply, and the planner learns how. */
@Component
public final class SolveSupplyProblem implements OrderCommand {

    private final Purchasing purchasing;
    private final PurchaseBook book;

    @Activate
    public SolveSupplyProblem(@Reference Purchasing purchasing, @Reference PurchaseBook book) {
        this.purchasing = purchasing;
        this.book = book;
    }

    @Override
    public String name() {
        return "production/solve-supply-problem";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.solve-problem");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Purchasing.PROBLEM);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.purchase.solve-problem-submit"),
                Field.longText("solution", Text.of("production.purchase.solution")).withClause("5.2")
                        .withHint(Text.plain(problem(file, task).what())));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        SupplyProblem problem = problem(file, task);
        problem.solve(values.text("solution"), file.actor().id().value(), file.now());
        file.complete(task.orElseThrow().id(), new Outcome("solved", values.text("solution")));
        Text said = Text.of("production.purchase.problem-solved", problem.subject(), problem.solution());
        file.note("production.purchase", said, List.of());
        file.notify(Role.PRODUCTION_PLANNER, said);
        purchasing.ask(file);
        return Answer.of(said, file.number());
    }

    private SupplyProblem problem(OrderView file, Optional<Task> task) {
        return book.problems(file.number()).stream()
                .filter(each -> each.isOpen() && task.filter(owed -> owed.subject().equals(each.subject())).isPresent())
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.purchase.problem-solved-already")));
    }
}
