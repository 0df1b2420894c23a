package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.SupplyProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Production or purchasing reports a problem in the supply of an order; purchasing solves it in time. */
@Component
public final class ReportSupplyProblem implements OrderCommand {

    private final Purchasing purchasing;
    private final PurchaseBook book;

    @Activate
    public ReportSupplyProblem(@Reference Purchasing purchasing, @Reference PurchaseBook book) {
        this.purchasing = purchasing;
        this.book = book;
    }

    @Override
    public String name() {
        return "production/report-supply-problem";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.report-problem");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PLANNER, Role.PRODUCTION_PURCHASER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !book.requisitions(file.number()).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.purchase.report-problem-submit"),
                Field.longText("what", Text.of("production.purchase.problem")).withClause("5.2"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        int ordinal = book.problems(file.number()).size() + 1;
        SupplyProblem problem = new SupplyProblem(file.number(), ordinal, values.text("what"), file.actor().id().value(), file.now());
        book.keep(problem);
        Text said = Text.of("production.purchase.problem-reported", problem.subject(), problem.what());
        file.note("production.purchase", said, List.of());
        file.notify(Role.PRODUCTION_PLANNER, said);
        purchasing.ask(file);
        return Answer.of(said, file.number()).withId(problem.subject());
    }
}
