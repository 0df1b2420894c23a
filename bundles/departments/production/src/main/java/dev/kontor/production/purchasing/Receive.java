package dev.kontor.production.purchasing;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.purchasing.book.Purchase;
import dev.kontor.production.purchasing.book.PurchaseBook;
import dev.kontor.production.purchasing.book.PurchaseLine;
import dev.kontor.production.quality.Quality;
import dev.kontor.production.quality.book.QualityBook;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Goods have come: how many, and of which batch. An inspector says how many of them are sent back, which nobody else does;
 * by both the supplier is evaluated.
 */
@Component
public final class Receive implements OrderCommand {

    private final Purchasing purchasing;
    private final PurchaseBook book;
    private final Quality quality;
    private final QualityBook receipts;

    /** @param line of the purchase */
    private record Awaited(Purchase purchase, PurchaseLine line, BigDecimal outstanding) {}

    @Activate
    public Receive(
            @Reference Purchasing purchasing, @Reference PurchaseBook book, @Reference Quality quality, @Reference QualityBook receipts) {
        this.purchasing = purchasing;
        this.book = book;
        this.quality = quality;
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return "production/receive";
    }

    @Override
    public Text title() {
        return Text.of("production.purchase.receive");
    }

    /** Not the inspector's: who received does not inspect. */
    @Override
    public Set<Role> roles() {
        return Set.of(Role.PRODUCTION_PURCHASER);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return book.purchases(file.number()).stream().anyMatch(Purchase::isPlaced);
    }

    private Stream<Awaited> awaited(OrderView file) {
        return book.purchases(file.number()).stream()
                .filter(Purchase::isPlaced)
                .flatMap(purchase -> book.lines(purchase).stream().map(line -> new Awaited(purchase, line, book.outstanding(line))))
                .filter(each -> each.outstanding().signum() > 0);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> lines = awaited(file)
                .map(each -> new Field.Option(each.line().id(), Text.of("production.purchase.awaited", each.purchase().contract(),
                        each.line().name(), each.outstanding().stripTrailingZeros().toPlainString(), each.line().unit())))
                .toList();
        return Form.of(
                Text.of("production.purchase.receive-submit"),
                Field.choice("line", Text.of("production.purchase.material"), lines).withClause("5.2"),
                Field.date("delivered-on", Text.of("production.purchase.delivered-on")),
                Field.number("received", Text.of("production.purchase.received")),
                Field.text("batch", Text.of("production.purchase.batch")).optional().withHint(Text.of("production.purchase.batch-hint")));
    }

    /** Today; of the only material that is awaited, all that is outstanding. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Map<String, Object> values = new HashMap<>(Map.of("delivered-on", file.today().toString()));
        List<Awaited> awaited = awaited(file).toList();
        if (awaited.size() == 1) {
            values.put("line", awaited.get(0).line().id());
            values.put("received", awaited.get(0).outstanding().stripTrailingZeros().toPlainString());
        }
        return new Values(values);
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Awaited awaited = awaited(file)
                .filter(each -> each.line().id().equals(values.text("line")))
                .findFirst()
                .orElseThrow(() -> Refused.at("line", Text.of("production.purchase.not-awaited")));
        BigDecimal received = values.number("received").orElseThrow();
        check(file, awaited, values);
        Delivery delivery = Delivery.here(Delivery.BOUGHT, awaited.purchase().supplier(), awaited.purchase().dueOn(),
                values.date("delivered-on").orElseThrow());
        delivery.count(awaited.outstanding(), received, BigDecimal.ZERO);
        delivery.of(awaited.line());
        delivery.comeFor(file.number(), receipts.receipts(file.number()).size() + 1, awaited.line().name(), values.text("batch"));
        delivery.record(file.actor().id().value(), file.now());
        book.keep(delivery);
        purchasing.settle(file, awaited.purchase());
        Text said = Text.of("production.purchase.arrived", awaited.purchase().contract(), awaited.line().name(), received);
        file.note("production.purchase", said, List.of());
        quality.ask(file);
        return Answer.of(said, file.number());
    }

    private static void check(OrderFile file, Awaited awaited, Values values) {
        BigDecimal received = values.number("received").orElseThrow();
        if (values.date("delivered-on").orElseThrow().isAfter(file.today())) {
            throw Refused.at("delivered-on", Text.of("production.purchase.day-ahead"));
        }
        if (!Quantity.isOne(received) || received.compareTo(awaited.outstanding()) > 0) {
            throw Refused.at("received", Text.of("production.purchase.received-wrong", awaited.outstanding()));
        }
    }
}
