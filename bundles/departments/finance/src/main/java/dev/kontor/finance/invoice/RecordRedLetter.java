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
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.finance.Collecting;
import dev.kontor.finance.settlement.Settling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * An invoice is taken back, in full or in part, by a red-letter invoice that names it; a new one may be asked for at once. What
 * fell due by its receipt waits again where the invoices that stand do not cover it.
 */
@Component
public final class RecordRedLetter implements OrderCommand {

    private final InvoiceBook book;
    private final Invoicing invoicing;
    private final Collecting collecting;
    private final Settling settling;

    @Activate
    public RecordRedLetter(
            @Reference InvoiceBook book, @Reference Invoicing invoicing, @Reference Collecting collecting, @Reference Settling settling) {
        this.book = book;
        this.invoicing = invoicing;
        this.collecting = collecting;
        this.settling = settling;
    }

    @Override
    public String name() {
        return "finance/record-red-letter";
    }

    @Override
    public Text title() {
        return Text.of("finance.invoice.red-letter");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.order().filter(order -> !standing(order).isEmpty()).isPresent();
    }

    /** Invoices that are not taken back in full. */
    private List<Invoice> standing(Order order) {
        return book.of(order.number()).stream()
                .filter(each -> each.kind() != InvoiceKind.RED_LETTER && book.left(order, each).total().isPositive())
                .toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Order order = file.order().orElseThrow();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.choice("reverses", Text.of("finance.invoice.reverses"), standing(order).stream()
                        .map(each -> new Field.Option(
                                each.id(), Text.of("finance.invoice.open-of", each.number().words(), book.left(order, each).total())))
                        .toList())
                .withClause("7.2"));
        fields.addAll(TaxForm.fields());
        fields.add(Field.longText("reason", Text.of("finance.invoice.red-reason")));
        if (!isEnded(file)) {
            fields.add(Field.yesNo("again", Text.of("finance.invoice.again")));
        }
        return Form.of(Text.of("finance.invoice.red-letter-submit"), fields.toArray(Field[]::new));
    }

    /** With one invoice that stands the form is filled in for it. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Order order = file.order().orElseThrow();
        List<Invoice> standing = standing(order);
        return standing.size() == 1
                ? new Values(Map.of("reverses", standing.get(0).id(), "amounts", TaxForm.rows(book.left(order, standing.get(0)))))
                : Values.NONE;
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Order order = file.order().orElseThrow();
        Invoice reversed = standing(order).stream()
                .filter(each -> each.id().equals(values.text("reverses")))
                .findFirst()
                .orElseThrow(() -> Refused.at("reverses", Text.of("finance.invoice.not-standing")));
        InvoiceNumber number = TaxForm.number(book, values);
        Taxes amounts = TaxForm.amounts(order, values);
        demandNotMore(amounts, book.left(order, reversed), reversed);
        keep(file, reversed, number, amounts, values);
        Text said = Text.of("finance.invoice.reversed", number.toString(), amounts.total(), reversed.number().toString());
        file.note("finance.invoice-reversed", said, List.of(new Change("reason", "", values.text("reason"))));
        if (values.yes("again") && !isEnded(file)) {
            RequestInvoice.ask(file, book, reversed.instalment(), reversed.kind(), values.text("reason"));
        }
        collecting.invoicesReceived(file, Coverage.received(order, book));
        invoicing.ask(file);
        invoicing.takenBack(file);
        settling.reconsider(file);
        return Answer.of(said, file.number());
    }

    private static boolean isEnded(OrderView file) {
        return file.milestones().contains(MilestoneName.REVIEW_TERMINATED);
    }

    private void keep(OrderFile file, Invoice reversed, InvoiceNumber number, Taxes amounts, Values values) {
        Taxes back = Taxes.of(amounts.byRate().stream().map(Tax::negated).toList(), amounts.currency());
        Order order = file.order().orElseThrow();
        book.keep(
                new Invoice(order, reversed.instalment(), InvoiceKind.RED_LETTER, number, TaxForm.issuedOn(file, values, reversed.issuedOn()), back)
                        .reversing(reversed)
                        .recorded(TaxForm.original(file, values), file.actor().id().value(), file.now()),
                back);
    }

    /** Neither net nor tax of any rate more than the invoice still has. */
    private static void demandNotMore(Taxes amounts, Taxes left, Invoice reversed) {
        boolean more = amounts.byRate().stream()
                .anyMatch(each -> each.net().compareTo(left.at(each.rate()).net()) > 0 || each.tax().compareTo(left.at(each.rate()).tax()) > 0);
        if (more) {
            throw Refused.at("amounts", Text.of("finance.invoice.more-than-invoice", reversed.number().toString(), left.net(), left.tax()));
        }
    }
}
