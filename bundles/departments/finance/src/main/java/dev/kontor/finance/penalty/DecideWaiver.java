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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Company leadership grants or declines a waiver; never who proposed it, nor who answers for the order. */
@Component
public final class DecideWaiver implements OrderCommand {

    private final PenaltyBook book;
    private final Penalties penalties;

    @Activate
    public DecideWaiver(@Reference PenaltyBook book, @Reference Penalties penalties) {
        this.book = book;
        this.penalties = penalties;
    }

    @Override
    public String name() {
        return "finance/decide-waiver";
    }

    @Override
    public Text title() {
        return Text.of("finance.penalty.decide-waiver");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(ProposeWaiver.TASK);
    }

    private Waiver waiver(OrderView file, Optional<Task> task) {
        return book.waivers(file.number()).stream()
                .filter(each -> each.isOpen() && each.side().value().equals(task.orElseThrow().subject()))
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("finance.penalty.no-waiver")));
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Waiver waiver = waiver(file, task);
        return Form.of(
                Text.of("finance.penalty.decide-waiver-submit"),
                Field.choice("verdict", Text.of("finance.penalty.verdict"), Stream.of(Waiver.GRANTED, Waiver.DECLINED)
                                .map(each -> new Field.Option(each, Text.of("finance.penalty.verdict." + each)))
                                .toList())
                        .withClause("7.2")
                        .withHint(Text.of("finance.penalty.waiver-asked",
                                Text.person(waiver.proposedBy()), waiver.amount(), waiver.side().words(), waiver.reason())),
                Field.longText("remarks", Text.of("finance.remarks")).optional());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        file.lock(file.order().orElseThrow().customer());
        Waiver waiver = waiver(file, task);
        String by = file.actor().id().value();
        if (by.equals(waiver.proposedBy()) || file.actor().id().equals(file.summary().representative())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("finance.penalty.own-waiver"));
        }
        if (values.text("verdict").equals(Waiver.GRANTED)) {
            demandOwed(file, waiver);
        }
        waiver.decide(values.text("verdict"), values.text("remarks"), file);
        Text said = Text.of("finance.penalty.waiver-decided", waiver.amount(), Text.of("finance.penalty.verdict." + values.text("verdict")));
        file.note("finance.waiver-decided", said, List.of(new Change("remarks", "", values.text("remarks"))));
        file.notify(new PersonId(waiver.proposedBy()), said);
        file.complete(task.orElseThrow().id(), new Outcome(values.text("verdict"), values.text("remarks")));
        return Answer.of(said, file.number());
    }

    /** Since it was proposed some of it may have been set off or paid. */
    private void demandOwed(OrderFile file, Waiver waiver) {
        Money owed = penalties.owed(file, waiver.side());
        if (!owed.currency().equals(waiver.amount().currency()) || waiver.amount().compareTo(owed) > 0) {
            throw Refused.at("verdict", Text.of("finance.penalty.waiver-too-much", owed));
        }
    }
}
