package dev.kontor.finance.receipt;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.finance.Currencies;
import dev.kontor.finance.schedule.Schedule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money came for the order: finance records it with its voucher, and allocates it. */
@Component
public final class RecordReceipt implements OrderCommand {

    private static final DocumentKind VOUCHER = new DocumentKind("finance.receipt");
    private static final String NONE = "none";

    private final Receipts receipts;
    private final Schedule schedule;
    private final Posting posting;
    private final StrayReceipts strays;

    @Activate
    public RecordReceipt(
            @Reference Receipts receipts, @Reference Schedule schedule, @Reference Posting posting, @Reference StrayReceipts strays) {
        this.receipts = receipts;
        this.schedule = schedule;
        this.posting = posting;
        this.strays = strays;
    }

    @Override
    public String name() {
        return "finance/record-receipt";
    }

    @Override
    public Text title() {
        return Text.of("finance.receipt.record");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.order().isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> to = Targets.of(schedule.of(file.number()));
        to.add(new Field.Option(NONE, Text.of("finance.receipt.to-none")));
        return Form.of(
                Text.of("finance.receipt.record-submit"),
                Field.text("voucher", Text.of("finance.voucher")).withClause("7.2"),
                Field.text("payer", Text.of("finance.payer")),
                Field.amount("amount", Text.of("finance.amount")),
                Currencies.field(file.order().map(Order::currency)),
                Field.date("received-on", Text.of("finance.received-on")),
                Field.file("document", Text.of("document.finance.receipt")),
                Field.choice("to", Text.of("finance.receipt.to"), to),
                Field.number("rate", Text.of("finance.receipt.rate"))
                        .optional()
                        .withHint(Text.of("finance.receipt.rate-hint", file.order().map(Order::currency).orElse(""))),
                Field.date("rate-on", Text.of("finance.receipt.rate-on")).optional(),
                Field.longText("remarks", Text.of("finance.remarks")).optional());
    }

    /** One that was found without an order, and turned out to be of this one, is typed no second time. */
    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return file.order()
                .map(order -> strays.settledTo(file.number()).stream()
                        .filter(stray -> receipts.byVoucher(stray.voucher()).isEmpty())
                        .findFirst()
                        .map(stray -> new Values(Map.of(
                                "voucher", stray.voucher(),
                                "payer", stray.payer(),
                                "amount", stray.amount().amount().toPlainString(),
                                "currency", stray.amount().currency(),
                                "received-on", stray.receivedOn().toString(),
                                "to", to(file))))
                        .orElse(new Values(Map.of(
                                "payer", order.customerName(),
                                "currency", order.currency(),
                                "received-on", file.today().toString(),
                                "to", to(file)))))
                .orElse(Values.NONE);
    }

    /** An order that is not cleared, or is paid, owes nothing that could be allocated to. */
    private String to(OrderView file) {
        return schedule.of(file.number()).stream().anyMatch(due -> !due.isPaid()) ? Posting.OLDEST : NONE;
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Order order = file.order().orElseThrow();
        file.lock(order.customer());
        check(file, values);
        Receipt receipt = receipt(file, order, values);
        receipt.prove(file.file(VOUCHER, values.upload("document").orElseThrow()).id(), values.text("remarks"));
        receipts.keep(receipt);
        Text said = Text.of("finance.receipt.recorded", receipt.voucher(), receipt.amount(), receipt.payer());
        file.note("finance.receipt-recorded", said, List.of(
                new Change("amount", "", receipt.amount().toString()),
                new Change("credited", "", receipt.credited().toString()),
                new Change("received-on", "", receipt.receivedOn().toString())));
        posting.recorded(file, receipt);
        if (values.text("to").equals(NONE)) {
            posting.flag(file, receipt);
        } else {
            posting.allocate(file, receipt, values.text("to"));
        }
        Text rest = Text.of("finance.receipt.recorded-rest", said, receipt.unallocated());
        return Answer.of(receipt.unallocated().isPositive() ? rest : said, file.number()).withId(receipt.id());
    }

    private static Receipt receipt(OrderFile file, Order order, Values values) {
        boolean converted = !values.text("currency").equals(order.currency());
        return new Receipt(
                file,
                values.text("voucher"),
                values.text("payer"),
                Money.rounded(values.number("amount").orElseThrow(), values.text("currency")),
                values.date("received-on").orElseThrow(),
                converted ? values.number("rate").orElseThrow() : BigDecimal.ONE,
                converted ? values.date("rate-on") : Optional.empty());
    }

    private void check(OrderFile file, Values values) {
        ReceiptChecks.common(file.today(), values, file.order().map(Order::currency));
        if (values.text("voucher").length() > 64) {
            throw Refused.at("voucher", Text.of("finance.receipt.voucher-long"));
        }
        receipts.byVoucher(values.text("voucher")).ifPresent(known -> {
            throw Refused.at("voucher", Text.of("finance.receipt.voucher-known", known.order().value()));
        });
        if (!values.text("currency").equals(file.order().orElseThrow().currency())) {
            ReceiptChecks.rate(file.today(), values);
        }
    }
}
