package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Budget;
import dev.kontor.production.purchasing.book.BudgetProposal;
import dev.kontor.production.purchasing.book.PurchaseBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership answers whether buying for an order may cost more than it might before. */
@Component
public final class ConfirmBudget implements OrderCommand {

    private final Purchasing purchasing;
    private final PurchaseBook book;

    @Activate
    public ConfirmBudget(@Reference Purchasing purchasing, @Reference PurchaseBook book) {
        this.purchasing = purchasing;
        this.book = book;
    }

    @Override
    public String name() {
        return "production/confirm-budget";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.confirm-budget");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Purchasing.BUDGET);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        BudgetProposal proposed = proposed(file, task);
        return Verdict.form(Text.of("production.purchase.budget-asked", proposed.amount(), before(file),
                book.committed(file.number()), proposed.reason()));
    }

    private Text before(OrderView file) {
        return book.budget(file.number())
                .map(budget -> Text.plain(budget.amount().toString()))
                .orElse(Text.of("production.purchase.budget-missing"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        BudgetProposal proposed = proposed(file, task);
        Verdict verdict = Verdict.of(values, file, proposed.proposedBy(), "production.purchase.budget-second-person");
        proposed.answer(verdict.allowed(), verdict.grounds(), file.actor().id().value());
        file.complete(task.orElseThrow().id(), verdict.outcome());
        String before = book.budget(file.number()).map(Budget::amount).map(Money::toString).orElse("");
        if (verdict.allowed()) {
            book.set(file.number(), proposed.amount(), proposed.reason(), proposed.proposedBy(), file.now());
        }
        Text said = Text.of(verdict.allowed() ? "production.purchase.budget-set" : "production.purchase.budget-declined", proposed.amount());
        file.note("production.purchase", said, List.of(new Change("budget", before, verdict.allowed() ? proposed.amount().toString() : before)));
        file.notify(new PersonId(proposed.proposedBy()), said);
        purchasing.ask(file);
        return Answer.of(said, file.number());
    }

    private BudgetProposal proposed(OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> book.proposals(file.number()).stream()
                        .filter(each -> each.isOpen() && each.subject().equals(owed.subject()))
                        .findFirst())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.purchase.decided-already")));
    }
}
