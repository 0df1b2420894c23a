package dev.kontor.production;

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

/** The other side agrees to the solution of an exception, or proposes another one, until both agree. */
@Component
public final class AgreeException implements OrderCommand {

    private final Exceptions exceptions;

    @Activate
    public AgreeException(@Reference Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public String name() {
        return "production/agree-exception";
    }

    @Override
    public Text title() {
        return Text.of("production.agree-exception");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Exceptions.AGREE);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text proposed = task.flatMap(owed -> found(file, owed))
                .map(each -> each.deliveryOn()
                        .map(day -> Text.of("production.proposed-with-date", each.solution(), day))
                        .orElse(Text.plain(each.solution())))
                .orElse(Text.plain(""));
        return Form.of(
                Text.of("production.agree-submit"),
                Field.yesNo("agreed", Text.of("production.agreed")).withHint(proposed).withClause("4.2"),
                Field.longText("solution", Text.of("production.other-solution")).optional(),
                Field.date("delivery-on", Text.of("production.delivery-on")).optional().withHint(Text.of("production.delivery-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Task owed = task.orElseThrow();
        ProductionException exception = found(file, owed)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.exception-settled")));
        boolean sales = owed.role().equals(Role.SALES_REP);
        String by = file.actor().id().value();
        boolean agreed = values.yes("agreed");
        if (agreed) {
            demandTwo(exception, by);
            exception.agree(by, sales, file.now());
        } else {
            if (values.text("solution").isEmpty()) {
                throw Refused.at("solution", Text.of("production.other-solution-missing"));
            }
            exception.propose(values.text("solution"), values.date("delivery-on"), by, sales);
        }
        file.complete(owed.id(), new Outcome(agreed ? "agreed" : "other-solution", values.text("solution")));
        if (!agreed) {
            askOther(file, exception, sales);
        }
        exceptions.salesAnswered(file);
        Text said = Text.of(agreed ? "production.both-agree" : "production.other-proposed", exception.solution());
        file.note("production.exception", said, List.of());
        return Answer.of(said, file.number());
    }

    /** "Discussed together" takes two people, whatever roles one holds. */
    private static void demandTwo(ProductionException exception, String by) {
        if (by.equals(exception.byProduction()) || by.equals(exception.bySales())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("production.two-people"));
        }
    }

    private void askOther(OrderFile file, ProductionException exception, boolean sales) {
        if (sales) {
            exceptions.askProduction(file, exception);
        } else {
            exceptions.askSales(file, exception);
        }
    }

    private Optional<ProductionException> found(OrderView file, Task owed) {
        return exceptions.unagreed(file.number()).stream().filter(each -> each.task().equals(owed.id().toString())).findFirst();
    }
}
