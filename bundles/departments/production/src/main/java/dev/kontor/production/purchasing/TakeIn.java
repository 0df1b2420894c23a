package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.Supplier;
import dev.kontor.production.purchasing.book.SupplierBook;
import dev.kontor.production.quality.Quality;
import dev.kontor.production.quality.book.QualityBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A batch that was not bought for the order is used for it: from stock, or bought before the company began to work here. It is
 * inspected like any other, and its supplier is not evaluated by it.
 */
@Component
public final class TakeIn implements OrderCommand {

    private final Quality quality;
    private final QualityBook book;
    private final SupplierBook suppliers;

    @Activate
    public TakeIn(@Reference Quality quality, @Reference QualityBook book, @Reference SupplierBook suppliers) {
        this.quality = quality;
        this.book = book;
        this.suppliers = suppliers;
    }

    @Override
    public String name() {
        return "production/take-in";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.take-in");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PURCHASER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> approved = suppliers.approved(file.today(), BuyForm.MOST_SUPPLIERS).stream()
                .map(each -> new Field.Option(each.code(), Text.plain(each.name())))
                .toList();
        return Form.of(
                Text.of("production.purchase.take-in-submit"),
                Field.text("material", Text.of("production.purchase.material")).withClause("5.3"),
                Field.choice("supplier", Text.of("production.purchase.supplier"), approved).withClause("5.2"),
                Field.number("received", Text.of("production.purchase.quantity")),
                Field.text("batch", Text.of("production.purchase.batch")).withClause("5.3"),
                Field.longText("reason", Text.of("production.purchase.reason"))
                        .withHint(Text.of("production.purchase.take-in-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Supplier supplier = suppliers.supplier(values.text("supplier"))
                .filter(each -> each.isApproved(file.today()))
                .orElseThrow(() -> Refused.at("supplier", Text.of("production.purchase.not-approved", values.text("supplier"))));
        BigDecimal received = values.number("received").orElseThrow();
        if (!Quantity.isOne(received)) {
            throw Refused.at("received", Text.of("production.purchase.quantity-wrong"));
        }
        Delivery delivery = Delivery.here(Delivery.STOCK, supplier.code(), file.today(), file.today());
        delivery.count(received, received, BigDecimal.ZERO);
        delivery.comeFor(file.number(), book.receipts(file.number()).size() + 1, values.text("material"), values.text("batch"));
        delivery.record(file.actor().id().value(), file.now());
        book.keep(delivery);
        Text said = Text.of("production.purchase.taken-in", values.text("material"), values.text("batch"), supplier.name(), values.text("reason"));
        file.note("production.purchase", said, List.of());
        quality.ask(file);
        return Answer.of(said, file.number()).withId(delivery.id());
    }
}
