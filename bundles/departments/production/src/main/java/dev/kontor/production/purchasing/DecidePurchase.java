package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.UnderReview;
import dev.kontor.production.purchasing.book.Budget;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership decides on a purchase that costs more than the order's budget. */
@Component
public final class DecidePurchase implements OrderCommand {

    private final Purchasing purchasing;
    private final PurchaseBook book;

    @Activate
    public DecidePurchase(@Reference Purchasing purchasing, @Reference PurchaseBook book) {
        this.purchasing = purchasing;
        this.book = book;
    }

    @Override
    public String name() {
        return "production/decide-purchase";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.decide");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Purchasing.OVER_BUDGET);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Purchase purchase = awaiting(task);
        Money budget = book.budget(file.number()).map(Budget::amount).orElse(Money.zero("CNY"));
        return Verdict.form(Text.of("production.purchase.over", purchase.contract(), purchase.amount(), book.committed(file.number()),
                budget, purchase.reason()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Purchase purchase = awaiting(task);
        Verdict verdict = Verdict.of(values, file, purchase.boughtBy(), "production.purchase.second-person");
        if (verdict.allowed()) {
            UnderReview.demandNone(file);
        }
        purchase.answer(verdict.allowed(), verdict.grounds(), file.actor().id().value());
        return purchasing.decided(file, task.orElseThrow(), purchase, verdict, Text.of(
                verdict.allowed() ? "production.purchase.was-allowed" : "production.purchase.was-refused",
                purchase.contract(), purchase.amount()));
    }

    private Purchase awaiting(Optional<Task> task) {
        return task.flatMap(owed -> book.contract(owed.subject()))
                .filter(Purchase::isAwaiting)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.purchase.decided-already")));
    }
}
