package dev.kontor.finance.receipt;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is left of a receipt is allocated to another order of the same customer. */
@Component
public final class MoveReceipt implements CompanyCommand {

    private final Receipts receipts;
    private final Posting posting;

    @Activate
    public MoveReceipt(@Reference Receipts receipts, @Reference Posting posting) {
        this.receipts = receipts;
        this.posting = posting;
    }

    @Override
    public String name() {
        return "finance/move-receipt";
    }

    @Override
    public Text title() {
        return Text.of("finance.receipt.move");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public Form form(Person person, String subject) {
        Text rest = receipts.find(subject)
                .map(receipt -> Text.of("finance.receipt.rest", receipt.voucher(), receipt.payer(), receipt.unallocated()))
                .orElse(Text.plain(""));
        return Form.of(
                Text.of("finance.receipt.move"),
                Field.hidden("subject"),
                Field.text("order", Text.of("finance.order")).withHint(rest).withClause("7.2"));
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        company.lock(receipts.customerOf(values.text("subject"))
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("finance.no-receipt"))));
        Receipt receipt = receipts.find(values.text("subject")).orElseThrow();
        if (!receipt.unallocated().isPositive()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("finance.receipt.nothing-left"));
        }
        OrderNumber to = to(values.text("order"));
        if (to.equals(receipt.order())) {
            throw Refused.at("order", Text.of("finance.receipt.same-order"));
        }
        boolean homeFirst = receipt.order().value().compareTo(to.value()) < 0;
        OrderFile first = company.order(homeFirst ? receipt.order() : to);
        OrderFile second = company.order(homeFirst ? to : receipt.order());
        OrderFile home = homeFirst ? first : second;
        OrderFile other = homeFirst ? second : first;
        demandSame(receipt, other);
        Money part = posting.allocate(other, receipt, Posting.OLDEST);
        if (!part.isPositive()) {
            throw Refused.at("order", Text.of("finance.receipt.order-owes-nothing", to.value()));
        }
        posting.flag(home, receipt);
        Text said = Text.of("finance.receipt.moved", part, receipt.voucher(), to.value());
        home.note("finance.receipt-moved", said, List.of());
        other.note("finance.receipt-moved", said, List.of());
        return Answer.of(said).goingTo("finance/receipts").withId(receipt.id());
    }

    private static OrderNumber to(String typed) {
        if (!typed.matches("SO-\\d{4}-\\d{5,9}")) {
            throw Refused.at("order", Text.of("finance.no-such-order", typed));
        }
        return new OrderNumber(typed);
    }

    private static void demandSame(Receipt receipt, OrderFile other) {
        boolean same = other.order()
                .map(Order::customer)
                .filter(customer -> customer.value().equals(receipt.customer()))
                .isPresent();
        if (!same) {
            throw Refused.at("order", Text.of("finance.receipt.other-customer"));
        }
    }
}
