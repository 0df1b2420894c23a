package dev.kontor.finance.invoice;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.finance.Collecting;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customer has an invoice: due days that count from its receipt start, or move where the day was recorded wrongly. */
@Component
public final class ReceiveInvoice implements OrderCommand {

    private final InvoiceBook book;
    private final Collecting collecting;

    @Activate
    public ReceiveInvoice(@Reference InvoiceBook book, @Reference Collecting collecting) {
        this.book = book;
        this.collecting = collecting;
    }

    @Override
    public String name() {
        return "finance/receive-invoice";
    }

    @Override
    public Text title() {
        return Text.of("finance.invoice.receive");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.order().filter(order -> !standing(order).isEmpty()).isPresent();
    }

    /** Those that are on their way first; behind them those whose day may be corrected. */
    private List<Invoice> standing(Order order) {
        return book.of(order.number()).stream()
                .filter(each -> each.kind() != InvoiceKind.RED_LETTER && book.left(order, each).total().isPositive())
                .sorted(Comparator.comparing((Invoice each) -> each.receivedOn().isPresent()))
                .toList();
    }

    private static Text words(Invoice invoice) {
        return invoice.receivedOn()
                .map(day -> Text.of("finance.invoice.correct-of", invoice.number().words(), day))
                .orElseGet(() -> Text.of("finance.invoice.open-of", invoice.number().words(), invoice.total()));
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.invoice.receive-submit"),
                Field.choice("invoice", Text.of("finance.invoice"), standing(file.order().orElseThrow()).stream()
                                .map(each -> new Field.Option(each.id(), words(each)))
                                .toList())
                        .withClause("7.2"),
                Field.date("received-on", Text.of("finance.invoice.received-on")));
    }

    /** Today; the only invoice that is on its way. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        List<Invoice> underway = file.order().map(this::standing).orElse(List.of()).stream()
                .filter(each -> each.receivedOn().isEmpty())
                .toList();
        String today = file.today().toString();
        return new Values(underway.size() == 1
                ? Map.of("received-on", today, "invoice", underway.get(0).id())
                : Map.of("received-on", today));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Order order = file.order().orElseThrow();
        Invoice invoice = standing(order).stream()
                .filter(each -> each.id().equals(values.text("invoice")))
                .findFirst()
                .orElseThrow(() -> Refused.at("invoice", Text.of("finance.invoice.not-standing")));
        LocalDate day = values.date("received-on").orElseThrow();
        if (day.isAfter(file.today()) || day.isBefore(invoice.issuedOn())) {
            throw Refused.at("received-on", Text.of("finance.invoice.received-wrong", invoice.issuedOn()));
        }
        String before = invoice.receivedOn().map(LocalDate::toString).orElse("");
        invoice.receive(day);
        collecting.invoicesReceived(file, Coverage.received(order, book));
        Text said = Text.of("finance.invoice.received", invoice.number().toString(), day);
        file.note("finance.invoice-received", said, List.of(new Change("received-on", before, day.toString())));
        return Answer.of(said, file.number());
    }
}
