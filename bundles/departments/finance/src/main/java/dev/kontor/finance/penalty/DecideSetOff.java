package dev.kontor.finance.penalty;

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
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.receipt.SettingOff;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership grants a set-off, and so much of the instalment is paid; or declines it. Never who proposed it. */
@Component
public final class DecideSetOff implements OrderCommand {

    private final PenaltyBook book;
    private final Penalties penalties;
    private final SettingOff setOffs;

    @Activate
    public DecideSetOff(@Reference PenaltyBook book, @Reference Penalties penalties, @Reference SettingOff setOffs) {
        this.book = book;
        this.penalties = penalties;
        this.setOffs = setOffs;
    }

    @Override
    public String name() {
        return "finance/decide-set-off";
    }

    @Override
    public Text title() {
        return Text.of("finance.penalty.decide-set-off");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(ProposeSetOff.TASK);
    }

    private SetOff proposed(OrderView file) {
        return book.setOffs(file.number()).stream()
                .filter(SetOff::isOpen)
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("finance.penalty.no-set-off")));
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        SetOff asked = proposed(file);
        return Form.of(
                Text.of("finance.penalty.decide-waiver-submit"),
                Field.choice("verdict", Text.of("finance.penalty.verdict"), Stream.of(SetOff.GRANTED, SetOff.DECLINED)
                                .map(each -> new Field.Option(each, Text.of("finance.penalty.verdict." + each)))
                                .toList())
                        .withClause("7.2")
                        .withHint(Text.of("finance.penalty.set-off-asked",
                                Text.person(asked.proposedBy()), asked.amount(), asked.position(), asked.reason())),
                Field.longText("remarks", Text.of("finance.remarks")).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        file.lock(file.order().orElseThrow().customer());
        SetOff setOff = proposed(file);
        String by = file.actor().id().value();
        if (by.equals(setOff.proposedBy()) || file.actor().id().equals(file.summary().representative())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("finance.penalty.own-set-off"));
        }
        String verdict = values.text("verdict");
        setOff.decide(verdict, values.text("remarks"), file);
        if (setOff.isGranted()) {
            grant(file, setOff);
        }
        Text said = Text.of("finance.penalty.set-off-decided", setOff.amount(), setOff.position(), Text.of("finance.penalty.verdict." + verdict));
        file.note("finance.set-off-decided", said, List.of(new Change("remarks", "", values.text("remarks"))));
        file.notify(new PersonId(setOff.proposedBy()), said);
        file.complete(task.orElseThrow().id(), new Outcome(verdict, values.text("remarks")));
        return Answer.of(said, file.number());
    }

    /** Since it was proposed less may be owed of the penalty, or be open of the instalment. */
    private void grant(OrderFile file, SetOff setOff) {
        Money owed = penalties.owed(file, Side.LATE_DELIVERY);
        boolean owing = owed.currency().equals(setOff.amount().currency()) && setOff.amount().compareTo(owed) <= 0;
        if (!owing || !setOffs.setOff(file, setOff.id(), setOff.position(), setOff.amount())) {
            throw Refused.at("verdict", Text.of("finance.penalty.set-off-too-much", owed));
        }
    }
}
