package dev.kontor.finance.penalty;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finance proposes not to settle a penalty, or part of it, as agreed with the customer; company leadership decides. */
@Component
public final class ProposeWaiver implements OrderCommand {

    static final TaskKind TASK = new TaskKind("finance.waiver");

    private final PenaltyBook book;
    private final Penalties penalties;
    private final WorkingCalendar calendar;

    @Activate
    public ProposeWaiver(@Reference PenaltyBook book, @Reference Penalties penalties, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.penalties = penalties;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "finance/propose-waiver";
    }

    @Override
    public Text title() {
        return Text.of("finance.penalty.propose-waiver");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return !file.milestones().contains(MilestoneName.FINANCE_SETTLED) && !sides(file).isEmpty();
    }

    /** Those that owe something nobody has proposed to waive yet. */
    private List<Side> sides(OrderView file) {
        List<Side> asked = book.waivers(file.number()).stream().filter(Waiver::isOpen).map(Waiver::side).toList();
        return file.order().isEmpty()
                ? List.of()
                : Stream.of(Side.values()).filter(each -> !asked.contains(each) && penalties.owed(file, each).isPositive()).toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return Form.of(
                Text.of("finance.penalty.propose-waiver-submit"),
                Field.choice("side", Text.of("finance.penalty.side"), sides(file).stream()
                                .map(each -> new Field.Option(
                                        each.value(), Text.of("finance.penalty.owed-words", each.words(), penalties.owed(file, each))))
                                .toList())
                        .withClause("7.2"),
                Field.amount("amount", Text.of("finance.penalty.waived")),
                Field.longText("reason", Text.of("finance.reason")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        List<Side> sides = sides(file);
        return sides.size() == 1 ? new Values(Map.of("side", sides.get(0).value())) : Values.NONE;
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Side side = Side.of(values.text("side"));
        Money owed = penalties.owed(file, side);
        BigDecimal amount = values.number("amount").orElseThrow();
        if (amount.signum() <= 0 || amount.compareTo(owed.amount()) > 0) {
            throw Refused.at("amount", Text.of("finance.penalty.waived-wrong", owed));
        }
        Waiver waiver = new Waiver(file, side, Money.rounded(amount, owed.currency()), values.text("reason"));
        book.keep(waiver);
        Deadline until = calendar.deadline(file.today(), Numbers.of(penalties.ask(file), "waiver-days").workingDays());
        file.raise(NewTask.of(TASK, Role.LEADERSHIP).about(side.value()).until(until));
        Text said = Text.of("finance.penalty.waiver-proposed", waiver.amount(), side.words());
        file.note("finance.waiver-proposed", said, List.of());
        return Answer.of(said, file.number()).withId(waiver.id());
    }
}
