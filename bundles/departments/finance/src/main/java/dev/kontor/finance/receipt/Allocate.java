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
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.penalty.Penalties;
import dev.kontor.finance.penalty.Side;
import dev.kontor.finance.schedule.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is left of a receipt is allocated to the order's instalments or to a penalty, or goes back to the payer. */
@Component
public final class Allocate implements OrderCommand {

    private static final String REPAID = "repaid";
    private static final String PENALTY = "penalty";

    private final Receipts receipts;
    private final Schedule schedule;
    private final Posting posting;
    private final Penalties penalties;

    @Activate
    public Allocate(
            @Reference Receipts receipts, @Reference Schedule schedule, @Reference Posting posting, @Reference Penalties penalties) {
        this.receipts = receipts;
        this.schedule = schedule;
        this.posting = posting;
        this.penalties = penalties;
    }

    @Override
    public String name() {
        return "finance/allocate";
    }

    @Override
    public Text title() {
        return Text.of("finance.receipt.allocate");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Posting.ALLOCATION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text rest = task.flatMap(owed -> receipts.byVoucher(owed.subject()))
                .map(receipt -> Text.of("finance.receipt.rest", receipt.voucher(), receipt.payer(), receipt.unallocated()))
                .orElse(Text.plain(""));
        List<Field.Option> to = Targets.of(schedule.of(file.number()));
        Money penalty = penalties.owed(file, Side.LATE_PAYMENT);
        if (penalty.isPositive()) {
            to.add(new Field.Option(PENALTY, Text.of("finance.receipt.to-penalty", penalty)));
        }
        to.add(new Field.Option(REPAID, Text.of("finance.receipt.to-repaid")));
        return Form.of(
                Text.of("finance.receipt.allocate"),
                Field.choice("to", Text.of("finance.receipt.to"), to).withHint(rest).withClause("7.2"),
                Field.longText("reason", Text.of("finance.reason")).optional().withHint(Text.of("finance.receipt.repaid-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        file.lock(file.order().orElseThrow().customer());
        Receipt receipt = receipts.byVoucher(task.orElseThrow().subject())
                .filter(each -> each.unallocated().isPositive())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("finance.receipt.nothing-left")));
        return values.text("to").equals(REPAID) ? repay(file, receipt, values) : allocate(file, receipt, values.text("to"));
    }

    private Answer allocate(OrderFile file, Receipt receipt, String to) {
        Money part = to.equals(PENALTY)
                ? posting.allocateToPenalty(file, receipt, penalties.owed(file, Side.LATE_PAYMENT))
                : posting.allocate(file, receipt, to);
        if (!part.isPositive()) {
            throw Refused.at("to", Text.of("finance.receipt.not-owed"));
        }
        Text said = Text.of("finance.receipt.allocated", part, receipt.voucher(), receipt.unallocated());
        file.note("finance.receipt-allocated", said, List.of());
        return Answer.of(said, file.number());
    }

    private Answer repay(OrderFile file, Receipt receipt, Values values) {
        if (!values.has("reason")) {
            throw Refused.at("reason", Text.of("finance.receipt.reason-missing"));
        }
        Text said = Text.of("finance.receipt.repaid", receipt.unallocated(), receipt.voucher());
        posting.repay(file, receipt, values.text("reason"));
        file.note("finance.receipt-repaid", said, List.of(new Change("reason", "", values.text("reason"))));
        return Answer.of(said, file.number());
    }
}
