package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
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
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.PurchaseLine;
import dev.kontor.production.purchasing.book.Requisition;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The purchaser buys what was requested: by a signed purchase contract, from an approved supplier or, with a reason, after a second
 * person has allowed another, within the order's budget or after company leadership has allowed more (regulation, clause 5.2
 * to ).
 */
@Component
public final class Buy implements OrderCommand {

    private static final DocumentKind CONTRACT = new DocumentKind("production.purchase-contract");

    private final Purchasing purchasing;
    private final PurchaseBook book;
    private final SupplierBook suppliers;

    @Activate
    public Buy(@Reference Purchasing purchasing, @Reference PurchaseBook book, @Reference SupplierBook suppliers) {
        this.purchasing = purchasing;
        this.book = book;
        this.suppliers = suppliers;
    }

    @Override
    public String name() {
        return "production/buy";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.buy");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Purchasing.BUY);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return BuyForm.of(requested(file, task), BuyForm.options(suppliers, file.today()));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return BuyForm.standing(requested(file, task));
    }

    private List<Requisition> requested(OrderView file, Optional<Task> task) {
        return task.map(owed -> book.open(file.number(), owed.subject())).orElse(List.of());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        UnderReview.demandNone(file);
        Task owed = task.orElseThrow();
        Supplier supplier = supplier(file, values);
        Map<Requisition, Money> prices = BuyForm.prices(requested(file, task), values);
        check(file, values);
        Money total = prices.entrySet().stream()
                .map(each -> each.getValue().times(each.getKey().quantity()))
                .reduce(Money.zero("CNY"), Money::plus);
        Purchase purchase = new Purchase(file.number(), values.text("contract"), supplier, file.actor().id().value(), file.now());
        String document = file.file(CONTRACT, values.upload("document").orElseThrow()).id();
        purchase.agree(values.date("signed-on").orElseThrow(), values.date("due-on").orElseThrow(), total, document, values.text("reason"));
        purchase.override(values.text("override"));
        book.keep(purchase);
        int position = 0;
        for (Map.Entry<Requisition, Money> each : prices.entrySet()) {
            each.getKey().order();
            position++;
            book.keep(new PurchaseLine(purchase, each.getKey(), position, each.getValue()));
        }
        return bought(file, owed, purchase, supplier);
    }

    private Answer bought(OrderFile file, Task owed, Purchase purchase, Supplier supplier) {
        if (book.open(file.number(), owed.subject()).isEmpty()) {
            file.complete(owed.id(), Outcome.of("bought"));
        }
        purchasing.ask(file);
        Text said = Text.of(purchase.isAwaiting() ? "production.purchase.awaits" : "production.purchase.placed",
                purchase.contract(), supplier.name(), purchase.amount());
        file.note("production.purchase", said, List.of());
        return Answer.of(said, file.number()).withId(purchase.id());
    }

    /** One that is barred is not bought from; one that is not approved, or whose score is bad, not without a reason. */
    private Supplier supplier(OrderFile file, Values values) {
        Supplier chosen = suppliers.supplier(values.text("supplier"))
                .filter(each -> !each.isBarred())
                .orElseThrow(() -> Refused.at("supplier", Text.of("production.purchase.not-approved", values.text("supplier"))));
        if (!values.has("override") && !chosen.isApproved(file.today())) {
            throw Refused.at("override", Text.of("production.purchase.override-unapproved", chosen.name()));
        }
        if (!values.has("override") && suppliers.poor().contains(chosen.code())) {
            throw Refused.at("override", Text.of("production.purchase.override-poor", chosen.name()));
        }
        return chosen;
    }

    private void check(OrderFile file, Values values) {
        if (book.budget(file.number()).isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("production.purchase.no-budget"));
        }
        if (values.text("contract").length() > 64 || book.contract(values.text("contract")).isPresent()) {
            throw Refused.at("contract", Text.of("production.purchase.contract-taken", values.text("contract")));
        }
        if (values.date("signed-on").orElseThrow().isAfter(file.today())) {
            throw Refused.at("signed-on", Text.of("production.purchase.day-ahead"));
        }
        if (values.date("due-on").orElseThrow().isBefore(values.date("signed-on").orElseThrow())) {
            throw Refused.at("due-on", Text.of("production.purchase.due-before"));
        }
    }
}
