package dev.kontor.finance.receipt;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.order.Orders;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The order that a receipt belongs to is registered by now: the finding is closed, and stays visible with why. The money is
 * still to be recorded there.
 */
@Component
public final class SettleReceipt implements CompanyCommand {

    private final StrayReceipts receipts;
    private final Orders orders;
    private final Posting posting;

    @Activate
    public SettleReceipt(@Reference StrayReceipts receipts, @Reference Orders orders, @Reference Posting posting) {
        this.receipts = receipts;
        this.orders = orders;
        this.posting = posting;
    }

    @Override
    public String name() {
        return "finance/settle-receipt";
    }

    @Override
    public Text title() {
        return Text.of("finance.settle-receipt");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_REVIEWER, Role.FINANCE_CREDIT);
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(
                Text.of("finance.settle-receipt-submit"),
                Field.hidden("subject"),
                Field.text("order", Text.of("finance.order")).withHint(Text.of("finance.settle-receipt-hint")),
                Field.longText("explanation", Text.of("finance.explanation")).withClause("3.2"));
    }

    @Override
    public Values initial(Person person, String subject) {
        String order = receipts.find(subject)
                .flatMap(StrayReceipt::contract)
                .flatMap(contract -> receipts.ordersOf(contract, person).stream().findFirst())
                .map(found -> found.number().value())
                .orElse("");
        return new Values(order.isEmpty() ? Map.of("subject", subject) : Map.of("subject", subject, "order", order));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        StrayReceipt receipt = receipts.find(values.text("subject"))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("finance.no-receipt")));
        if (!receipt.isOpen()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("finance.receipt-settled-already", receipt.order()));
        }
        String order = Optional.of(values.text("order"))
                .filter(typed -> typed.matches("SO-\\d{4}-\\d{5,9}"))
                .flatMap(typed -> orders.summary(new OrderNumber(typed), company.actor()))
                .map(found -> found.number().value())
                .orElseThrow(() -> Refused.at("order", Text.of("finance.no-such-order", values.text("order"))));
        receipt.settle(order, values.text("explanation"), company.actor().id().value(), company.now());
        posting.ask(company.order(new OrderNumber(order)), receipt.voucher());
        Text said = Text.of("finance.receipt-settled", receipt.voucher(), order);
        company.note("finance.receipt-settled", said, List.of(
                new Change("order", "", order), new Change("explanation", "", values.text("explanation"))));
        return Answer.of(said).goingTo("finance/outside").withId(receipt.id());
    }
}
