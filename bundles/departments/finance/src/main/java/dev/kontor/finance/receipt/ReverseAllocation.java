package dev.kontor.finance.receipt;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.settlement.Settling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A receipt was allocated to the wrong instalment: that is taken back, and stays to be seen. */
@Component
public final class ReverseAllocation implements OrderCommand {

    private final Receipts receipts;
    private final Schedule schedule;
    private final Posting posting;
    private final Settling settling;

    @Activate
    public ReverseAllocation(
            @Reference Receipts receipts, @Reference Schedule schedule, @Reference Posting posting, @Reference Settling settling) {
        this.receipts = receipts;
        this.schedule = schedule;
        this.posting = posting;
        this.settling = settling;
    }

    @Override
    public String name() {
        return "finance/reverse-allocation";
    }

    @Override
    public Text title() {
        return Text.of("finance.receipt.reverse");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !standing(file).isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> options = standing(file).stream()
                .map(payment -> new Field.Option(
                        payment.id(),
                        Text.of("finance.receipt.allocation-of." + payment.kind().value(),
                                voucher(payment), payment.amount(), payment.position())))
                .toList();
        return Form.of(
                Text.of("finance.receipt.reverse"),
                Field.choice("allocation", Text.of("finance.receipt.allocation"), options).withClause("7.2"),
                Field.longText("reason", Text.of("finance.reason")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        file.lock(file.order().orElseThrow().customer());
        Payment payment = standing(file).stream()
                .filter(each -> each.id().equals(values.text("allocation")))
                .findFirst()
                .orElseThrow(() -> Refused.at("allocation", Text.of("finance.receipt.reversed-already")));
        posting.reverse(file, payment, values.text("reason"));
        settling.reconsider(file);
        Text said = Text.of("finance.receipt.reversed", payment.amount(), voucher(payment), payment.position());
        file.note("finance.receipt-reversed", said, List.of(new Change("reason", "", values.text("reason"))));
        return Answer.of(said, file.number());
    }

    private List<Payment> standing(OrderView file) {
        return schedule.history(file.number()).stream().filter(payment -> !payment.isReversed()).toList();
    }

    private String voucher(Payment payment) {
        return receipts.find(payment.receipt()).map(Receipt::voucher).orElse("");
    }
}
