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
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance enters an invoice that the tax platform issued; the task is done when all that was asked for is invoiced. */
@Component
public final class RecordInvoice implements OrderCommand {

    private final InvoiceBook book;
    private final Invoicing invoicing;

    @Activate
    public RecordInvoice(@Reference InvoiceBook book, @Reference Invoicing invoicing) {
        this.book = book;
        this.invoicing = invoicing;
    }

    @Override
    public String name() {
        return "finance/record-invoice";
    }

    @Override
    public Text title() {
        return Text.of("finance.invoice.record");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Invoicing.TASK);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text what = Text.of("finance.invoice.asked-for",
                Invoicing.words(file.order().orElseThrow(), scope(file, task)), left(file, task));
        Text remarks = task.flatMap(each -> invoicing.request(file, each.subject()))
                .filter(each -> !each.remarks().isEmpty())
                .map(each -> Text.of("finance.invoice.remarks-of", what, Text.person(each.askedBy()), each.remarks()))
                .orElse(what);
        List<Field> fields = Stream.concat(Stream.of(kinds().withHint(remarks)), TaxForm.fields().stream()).toList();
        return Form.of(Text.of("finance.invoice.record-submit"), fields.toArray(Field[]::new));
    }

    static Field kinds() {
        return Field.choice("kind", Text.of("finance.invoice.kind"), Stream.of(InvoiceKind.SPECIAL, InvoiceKind.ORDINARY)
                .map(each -> new Field.Option(each.value(), each.words()))
                .toList());
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        Order order = file.order().orElseThrow();
        InvoiceKind kind = task.flatMap(each -> invoicing.request(file, each.subject())).map(InvoiceRequest::kind).orElse(InvoiceKind.SPECIAL);
        Money left = left(file, task);
        return new Values(left.isPositive()
                ? Map.of("kind", kind.value(), "amounts", TaxForm.rows(TaxForm.share(Taxes.of(order).minus(book.invoiced(order)), left)))
                : Map.of("kind", kind.value()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Order order = file.order().orElseThrow();
        int scope = scope(file, task);
        InvoiceNumber number = TaxForm.number(book, values);
        Taxes amounts = TaxForm.amounts(order, values);
        demandNotMore(order, amounts, invoicing.left(order, scope));
        LocalDate day = TaxForm.issuedOn(file, values, order.contract().signedOn());
        Invoice invoice = new Invoice(order, scope, InvoiceKind.of(values.text("kind")), number, day, amounts);
        book.keep(invoice.recorded(TaxForm.original(file, values), file.actor().id().value(), file.now()), amounts);
        file.note("finance.invoice-recorded", Text.of("finance.invoice.recorded", number.toString(), amounts.total()),
                List.of(new Change("number", "", number.toString()), new Change("tax", "", amounts.tax().toString())));
        Money left = invoicing.left(order, scope);
        if (left.isPositive()) {
            return Answer.of(Text.of("finance.invoice.recorded-part", number.toString(), left), file.number()).withId(invoice.id());
        }
        file.complete(task.orElseThrow().id(), Outcome.of("invoiced"));
        invoicing.done(file);
        return Answer.of(Text.of("finance.invoice.recorded", number.toString(), amounts.total()), file.number()).withId(invoice.id());
    }

    /** At no rate more than the order has, and together no more than was asked for. */
    private void demandNotMore(Order order, Taxes amounts, Money most) {
        Taxes left = Taxes.of(order).minus(book.invoiced(order));
        amounts.byRate().stream()
                .filter(each -> each.total().compareTo(left.at(each.rate()).total()) > 0)
                .findFirst()
                .ifPresent(each -> {
                    throw Refused.at("amounts", Text.of("finance.invoice.more-than-order", each.rate(), left.at(each.rate()).total()));
                });
        if (amounts.total().compareTo(most) > 0) {
            throw Refused.at("amounts", Text.of("finance.invoice.more-than-asked", amounts.total(), most));
        }
    }

    private int scope(OrderView file, Optional<Task> task) {
        return invoicing.scope(file, task.orElseThrow().subject());
    }

    private Money left(OrderView file, Optional<Task> task) {
        return invoicing.left(file.order().orElseThrow(), scope(file, task));
    }
}
