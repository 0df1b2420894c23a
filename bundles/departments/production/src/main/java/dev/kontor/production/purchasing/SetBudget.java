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
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Budget;
import dev.kontor.production.purchasing.book.PurchaseBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what buying for an order may cost, before anything is bought (控制采购成本, R-5.9). Not the purchaser's to say. */
@Component
public final class SetBudget implements OrderCommand {

    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    private final PurchaseBook book;

    @Activate
    public SetBudget(@Reference PurchaseBook book) {
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
        Optional<Budget> known = book.budget(file.number());
        String before = known.map(Budget::amount).map(Money::toString).orElse("");
        Budget budget = known.orElseGet(() -> new Budget(file.number()));
        budget.set(Money.rounded(amount, "CNY"), values.text("reason"), file.actor().id().value(), file.now());
        if (known.isEmpty()) {
            book.keep(budget);
        }
        Text said = Text.of("production.purchase.budget-set", budget.amount());
        file.note("production.purchase", said, List.of(new Change("budget", before, budget.amount().toString())));
        return Answer.of(said, file.number());
    }
}
