package dev.kontor.finance.penalty;

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
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.finance.Numbers;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Schedule;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The customer keeps back the penalty for late delivery from what it pays: finance proposes to set it off, leadership decides. */
@Component
public final class ProposeSetOff implements OrderCommand {

    static final TaskKind TASK = new TaskKind("finance.set-off");

    private static final DocumentKind AGREEMENT = new DocumentKind("finance.set-off");

    private final PenaltyBook book;
    private final Penalties penalties;
    private final Schedule schedule;
    private final WorkingCalendar calendar;

    @Activate
    public ProposeSetOff(
            @Reference PenaltyBook book, @Reference Penalties penalties, @Reference Schedule schedule, @Reference WorkingCalendar calendar) {
        this.book = book;
        this.penalties = penalties;
        this.schedule = schedule;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "finance/propose-set-off";
    }

    @Override
    public Text title() {
        return Text.of("finance.penalty.propose-set-off");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.FINANCE_CLERK);
    }

    /** One proposal at a time, so that nothing is set off twice. */
    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return file.order().isPresent()
                && !file.milestones().contains(MilestoneName.FINANCE_SETTLED)
                && !penalties.isSetOffOpen(file)
                && !open(file).isEmpty()
                && penalties.owed(file, Side.LATE_DELIVERY).isPositive();
    }

    private List<Due> open(OrderView file) {
        return schedule.of(file.number()).stream().filter(due -> !due.isPaid()).toList();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text owed = Text.of("finance.penalty.owed-words", Side.LATE_DELIVERY.words(), penalties.owed(file, Side.LATE_DELIVERY));
        return Form.of(
                Text.of("finance.penalty.propose-waiver-submit"),
                Field.choice("instalment", Text.of("finance.schedule.instalment"), open(file).stream()
                                .map(due -> new Field.Option(due.subject(), Text.of("finance.schedule.option", due.position(), due.open())))
                                .toList())
                        .withClause("7.2"),
                Field.amount("amount", Text.of("finance.penalty.set-off-amount")).withHint(owed),
                Field.file("agreement", Text.of("document.finance.set-off")).withHint(Text.of("finance.penalty.set-off-hint")),
                Field.longText("reason", Text.of("finance.reason")));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        List<Due> open = open(file);
        return open.size() == 1
                ? new Values(Map.of("instalment", open.get(0).subject(), "amount", most(file, open.get(0)).amount().toPlainString()))
                : Values.NONE;
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        file.lock(file.order().orElseThrow().customer());
        if (penalties.isSetOffOpen(file)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("finance.settlement.set-off-open"));
        }
        Due due = open(file).stream()
                .filter(each -> each.subject().equals(values.text("instalment")))
                .findFirst()
                .orElseThrow(() -> Refused.at("instalment", Text.of("finance.receipt.not-owed")));
        Money amount = amount(values.number("amount").orElseThrow(), most(file, due));
        String agreement = file.file(AGREEMENT, values.upload("agreement").orElseThrow()).id();
        SetOff setOff = new SetOff(file, due.position(), amount, agreement, values.text("reason"));
        book.keep(setOff);
        file.raise(NewTask.of(TASK, Role.LEADERSHIP)
                .about(due.subject())
                .until(calendar.deadline(file.today(), Numbers.of(penalties.ask(file), "waiver-days").workingDays())));
        Text said = Text.of("finance.penalty.set-off-proposed", amount, due.position());
        file.note("finance.set-off-proposed", said, List.of(new Change("reason", "", setOff.reason())));
        return Answer.of(said, file.number()).withId(setOff.id());
    }

    /** Of the penalty that is owed and of the instalment that is open the less. */
    private Money most(OrderView file, Due due) {
        return Collections.min(List.of(due.open(), penalties.owed(file, Side.LATE_DELIVERY)));
    }

    private static Money amount(BigDecimal typed, Money most) {
        if (typed.signum() <= 0 || typed.compareTo(most.amount()) > 0) {
            throw Refused.at("amount", Text.of("finance.penalty.waived-wrong", most));
        }
        return Money.rounded(typed, most.currency());
    }
}
