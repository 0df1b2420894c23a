package dev.kontor.finance.invoice;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.opening.OpenedOrder.Invoiced;
import dev.kontor.api.order.Order;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Schedule;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices that had been issued for an opened order. Their amounts are shared out among the order's tax rates. */
@Component(service = InvoicesBefore.class)
public final class InvoicesBefore {

    private final InvoiceBook book;
    private final Schedule schedule;

    @Activate
    public InvoicesBefore(@Reference InvoiceBook book, @Reference Schedule schedule) {
        this.book = book;
        this.schedule = schedule;
    }

    /** The invoices whose numbers the register has already, in words. */
    public List<Text> taken(OpenedOrder opened) {
        return opened.invoices().stream()
                .map(each -> new InvoiceNumber(each.code(), each.number()))
                .filter(book::has)
                .map(number -> Text.of("finance.invoice.number-taken", number.toString()))
                .toList();
    }

    /** @throws Refused {@code CONFLICT} when an invoice is of another order already */
    public void record(OrderFile file, OpenedOrder opened) {
        taken(opened).stream().findFirst().ifPresent(why -> {
            throw Refused.because(Refused.Reason.CONFLICT, why);
        });
        Order order = file.order().orElseThrow();
        String evidence = OpenedOrder.evidence(file).id();
        for (Invoiced each : opened.invoices()) {
            InvoiceNumber number = new InvoiceNumber(each.code(), each.number());
            Taxes amounts = TaxForm.share(Taxes.of(order).minus(book.invoiced(order)), each.total());
            InvoiceKind kind = each.special() ? InvoiceKind.SPECIAL : InvoiceKind.ORDINARY;
            Invoice invoice = new Invoice(order, each.instalment(), kind, number, each.issuedOn(), amounts)
                    .recorded(evidence, file.actor().id().value(), file.now());
            book.keep(invoice, amounts);
            each.receivedOn().ifPresent(invoice::receive);
        }
        schedule.invoicesReceived(file, Coverage.received(order, book));
    }
}
