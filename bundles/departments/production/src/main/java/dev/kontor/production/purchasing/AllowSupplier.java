package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.UnderReview;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A second person decides on a purchase from a supplier that the company does not approve of (特批, R-5.8). */
@Component
public final class AllowSupplier implements OrderCommand {

    private final Purchasing purchasing;
    private final PurchaseBook book;

    @Activate
    public AllowSupplier(@Reference Purchasing purchasing, @Reference PurchaseBook book) {
        this.purchasing = purchasing;
        this.book = book;
    }

    @Override
    public String name() {
        return "production/allow-supplier";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.allow-supplier");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Purchasing.UNAPPROVED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Purchase purchase = awaiting(task);
        return Verdict.form(Text.of("production.purchase.unapproved", purchase.contract(), purchasing.supplier(purchase),
                purchase.amount(), purchase.override()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Purchase purchase = awaiting(task);
        Verdict verdict = Verdict.of(values, file, purchase.boughtBy(), "production.purchase.second-person");
        if (verdict.allowed()) {
            UnderReview.demandNone(file);
        }
        purchase.answerSupplier(verdict.allowed(), verdict.grounds(), file.actor().id().value());
        return purchasing.decided(file, task.orElseThrow(), purchase, verdict, Text.of(
                verdict.allowed() ? "production.purchase.supplier-allowed" : "production.purchase.supplier-refused",
                purchase.contract(), purchasing.supplier(purchase)));
    }

    private Purchase awaiting(Optional<Task> task) {
        return task.flatMap(owed -> book.contract(owed.subject()))
                .filter(each -> each.isAwaiting() && each.isSupplierOpen())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("production.purchase.decided-already")));
    }
}
