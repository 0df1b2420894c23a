package dev.kontor.finance.invoice;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sales or finance asks for an invoice, of an instalment or of all that is not invoiced yet (开票申请, R-7.9). */
@Component
public final class RequestInvoice implements OrderCommand {

    private final InvoiceBook book;
    private final Invoicing invoicing;

    @Activate
    public RequestInvoice(@Reference InvoiceBook book, @Reference Invoicing invoicing) {
        this.book = book;
        this.invoicing = invoicing;
    }

    @Override
    public String name() {
        return "finance/request-invoice";
    }

    @Override
    public Text title() {
        return Text.of("finance.invoice.request");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SALES_REP, Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.milestones().contains(MilestoneName.REVIEW_CLEARED) && !scopes(file.order().orElseThrow()).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Order order = file.order().orElseThrow();
        return Form.of(
                Text.of("finance.invoice.request-submit"),
                Field.choice("scope", Text.of("finance.invoice.scope"), scopes(order).stream()
                                .map(each -> new Field.Option(
                                        String.valueOf(each),
                                        Text.of("finance.invoice.open-of", Invoicing.words(order, each), invoicing.left(order, each))))
                                .toList())
                        .withClause("7.2"),
                RecordInvoice.kinds(),
                Field.longText("remarks", Text.of("finance.invoice.remarks")).optional().withHint(Text.of("finance.invoice.remarks-hint")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("kind", InvoiceKind.SPECIAL.value()));
    }

    /** What nobody has asked for yet and is not invoiced. */
    private List<Integer> scopes(Order order) {
        List<Integer> asked = book.requests(order.number()).stream().filter(InvoiceRequest::isOpen).map(InvoiceRequest::instalment).toList();
        if (asked.contains(Invoice.WHOLE)) {
            return List.of();
        }
        IntStream whole = asked.isEmpty() ? IntStream.of(Invoice.WHOLE) : IntStream.empty();
        IntStream parts = order.payment().instalments().stream().mapToInt(Instalment::position).filter(each -> !asked.contains(each));
        return IntStream.concat(parts, whole)
                .filter(each -> invoicing.left(order, each).isPositive())
                .boxed()
                .toList();
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Order order = file.order().orElseThrow();
        int scope = Integer.parseInt(values.text("scope"));
        InvoiceRequest request = ask(file, book, scope, InvoiceKind.of(values.text("kind")), values.text("remarks"));
        boolean refused = invoicing.ask(file).all(Check.class).stream()
                .anyMatch(check -> check.subject().equals(request.subject()) && !check.passed());
        if (refused) {
            throw Refused.at("scope", Text.of("finance.invoice.payment-comes-first", scope));
        }
        Text said = Text.of("finance.invoice.requested", Invoicing.words(order, scope), invoicing.left(order, scope));
        file.note("finance.invoice-requested", said, List.of());
        return Answer.of(said, file.number()).withId(request.subject());
    }

    static InvoiceRequest ask(OrderFile file, InvoiceBook book, int scope, InvoiceKind kind, String remarks) {
        InvoiceRequest request = new InvoiceRequest(
                file.number(), book.requests(file.number()).size() + 1, scope, kind, remarks, file.actor().id().value(), file.now());
        book.keep(request);
        return request;
    }
}
