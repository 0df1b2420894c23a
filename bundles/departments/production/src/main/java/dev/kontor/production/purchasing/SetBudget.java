package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Budget;
import dev.kontor.production.purchasing.book.BudgetProposal;
import dev.kontor.production.purchasing.book.PurchaseBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says what buying for an order may cost, before anything is bought (控制采购成本, R-5.9). Not the purchaser's to say; and more than
 * before counts once company leadership has confirmed it, less at once.
 */
@Component
public final class SetBudget implements OrderCommand {

    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    private final Purchasing purchasing;
    private final PurchaseBook book;

    @Activate
    public SetBudget(@Reference Purchasing purchasing, @Reference PurchaseBook book) {
        this.purchasing = purchasing;
        this.book = book;
    }

    @Override
    public String name() {
        return "production/set-budget";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.set-budget");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_REVIEWER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("production.purchase.set-budget-submit"),
                Field.amount("amount", Text.of("production.purchase.budget")).withClause("5.2").withHint(Text.of("production.purchase.in-cny")),
                Field.longText("reason", Text.of("production.purchase.reason")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return book.budget(file.number())
                .map(budget -> new Values(Map.of("amount", budget.amount().amount().toPlainString())))
                .orElse(Values.NONE);
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return book.budget(file.number()).map(Budget::version).orElse(0L);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        BigDecimal amount = values.number("amount").orElseThrow();
        if (amount.signum() <= 0 || amount.compareTo(MOST) >= 0) {
            throw Refused.at("amount", Text.of("production.purchase.amount-wrong"));
        }
        Money limit = Money.rounded(amount, "CNY");
        Optional<Money> before = book.budget(file.number()).map(Budget::amount);
        List<BudgetProposal> proposals = book.proposals(file.number());
        proposals.stream().filter(BudgetProposal::isOpen).forEach(BudgetProposal::withdraw);
        boolean raises = before.filter(known -> known.amount().compareTo(limit.amount()) >= 0).isEmpty();
        if (raises) {
            book.keep(new BudgetProposal(file.number(), proposals.size() + 1, limit, values.text("reason"), file.actor().id().value(), file.now()));
        } else {
            book.set(file.number(), limit, values.text("reason"), file.actor().id().value(), file.now());
        }
        file.openTasks(Purchasing.PROPOSAL).forEach(owed -> file.complete(owed.id(), Outcome.of("proposed")));
        Text said = Text.of(raises ? "production.purchase.budget-proposed" : "production.purchase.budget-set", limit);
        file.note("production.purchase", said, raises
                ? List.of()
                : List.of(new Change("budget", before.map(Money::toString).orElse(""), limit.toString())));
        purchasing.ask(file);
        return Answer.of(said, file.number());
    }
}
