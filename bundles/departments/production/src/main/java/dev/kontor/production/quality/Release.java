package dev.kontor.production.quality;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.Disposition;
import dev.kontor.production.quality.book.Inspection;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.Nonconformity.State;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.book.Treatment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A second person releases a concession (让步) or a scrapped machine, or sends the decision back. */
@Component
public final class Release implements OrderCommand {

    private final Quality quality;
    private final QualityBook book;
    private final Goods goods;

    @Activate
    public Release(@Reference Quality quality, @Reference QualityBook book, @Reference Goods goods) {
        this.quality = quality;
        this.book = book;
        this.goods = goods;
    }

    @Override
    public String name() {
        return "production/release-concession";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.release");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Quality.RELEASE);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Nonconformity found = Analyse.found(book, file, task);
        Treatment treatment = book.treatment(found);
        return Form.of(
                Text.of("production.quality.release-submit"),
                Field.choice("verdict", Text.of("production.quality.verdict"), List.of(
                                new Field.Option("released", Text.of("production.quality.verdict.released")),
                                new Field.Option("refused", Text.of("production.quality.verdict.refused"))))
                        .withClause("5.3")
                        .withHint(Text.of("production.quality.to-release", found.number(), found.what(), treatment.disposition().words(),
                                treatment.cause())),
                Field.longText("grounds", Text.of("production.quality.grounds")).withHint(Text.of("production.quality.grounds-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Nonconformity found = Analyse.found(book, file, task);
        Treatment treatment = book.treatment(found);
        String by = file.actor().id().value();
        if (by.equals(treatment.decidedBy())) {
            throw Refused.because(Refused.Reason.FORBIDDEN, Text.of("production.quality.second-person"));
        }
        boolean released = values.text("verdict").equals("released");
        treatment.answer(released, values.text("grounds"), by, file.now());
        file.complete(task.orElseThrow().id(), new Outcome(values.text("verdict"), values.text("grounds")));
        Text said = Text.of(released ? "production.quality.released" : "production.quality.not-released",
                found.number(), treatment.disposition().words());
        file.note("production.nonconformity", said, List.of());
        if (released) {
            carryOut(file, found, treatment.disposition(), said);
        } else {
            found.again();
        }
        quality.ask(file);
        return Answer.of(said, file.number()).withId(found.id());
    }

    private void carryOut(OrderFile file, Nonconformity found, Disposition disposition, Text why) {
        if (found.isOfGoods()) {
            goods.conceded(file, found);
            return;
        }
        Machine machine = Quality.machine(file, found.serial());
        if (disposition == Disposition.SCRAP) {
            quality.scrap(file, machine, why);
            return;
        }
        found.close(State.CONCEDED, file.now());
        book.latest(found.serial(), found.kind()).filter(Inspection::isConcedable).ifPresent(Inspection::concede);
        quality.finish(file, machine);
    }
}
