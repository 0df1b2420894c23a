package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.UnderReview;
import dev.kontor.production.purchasing.book.Budget;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import java.util.List;
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
        return Form.of(
                Text.of("production.purchase.decide-submit"),
                Field.choice("verdict", Text.of("production.purchase.verdict"), List.of(
                                new Field.Option("allowed", Text.of("production.purchase.verdict.allowed")),
                                new Field.Option("refused", Text.of("production.purchase.verdict.refused"))))
                        .withClause("5.2")
                        .withHint(Text.of("production.purchase.over", purchase.contract(), purchase.amount(),
                                book.committed(file.number()), budget, purchase.reason())),
                Field.longText("grounds", Text.of("production.purchase.grounds")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Purchase purchase = awaiting(task);
        String by = file.actor().id().value();
        if (by.equals(purchase.boughtBy())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("production.purchase.second-person"));
        }
        boolean allowed = values.text("verdict").equals("allowed");
        if (allowed) {
            UnderReview.demandNone(file);
        }
        purchase.answer(allowed, values.text("grounds"), by);
        file.complete(task.orElseThrow().id(), new Outcome(values.text("verdict"), values.text("grounds")));
        Text said = Text.of(allowed ? "production.purchase.was-allowed" : "production.purchase.was-refused",
                purchase.contract(), purchase.amount());
        file.note("production.purchase", said, List.of());
        file.notify(Role.PRODUCTION_PURCHASER, said);
        if (allowed) {
            purchasing.place(file, purchase);
        } else {
            purchasing.reopen(file, purchase);
        }
        return Answer.of(said, file.number()).withId(purchase.id());
    }

    private Purchase awaiting(Optional<Task> task) {
        return task.flatMap(owed -> book.contract(owed.subject()))
                .filter(Purchase::isAwaiting)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.purchase.decided-already")));
    }
}
