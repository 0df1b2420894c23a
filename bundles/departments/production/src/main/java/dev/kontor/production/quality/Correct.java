package dev.kontor.production.quality;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.QualityBook;
import dev.kontor.production.quality.book.Treatment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was decided on a nonconformity is carried out; with that production presents the machine again. */
@Component
public final class Correct implements OrderCommand {

    private final Quality quality;
    private final QualityBook book;
    private final Goods goods;

    @Activate
    public Correct(@Reference Quality quality, @Reference QualityBook book, @Reference Goods goods) {
        this.quality = quality;
        this.book = book;
        this.goods = goods;
    }

    @Override
    public String name() {
        return "production/correct";
    }

    @Override
    public Text title() {
        return Text.of("production.quality.correct");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Quality.CORRECTION);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Nonconformity found = Analyse.found(book, file, task);
        Treatment treatment = book.treatment(found);
        return Form.of(
                Text.of("production.quality.correct-submit"),
                Field.longText("done", Text.of("production.quality.done")).withClause("5.3").withHint(Text.of(
                        "production.quality.to-do", found.number(), treatment.disposition().words(), treatment.correction(),
                        treatment.correctiveAction())));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Nonconformity found = Analyse.found(book, file, task);
        Treatment treatment = book.treatment(found);
        treatment.done(values.text("done"), file.actor().id().value(), file.now());
        file.complete(task.orElseThrow().id(), new Outcome("done", values.text("done")));
        Text said = carriedOut(file, found, treatment);
        file.note("production.nonconformity", said, List.of());
        quality.ask(file);
        return Answer.of(said, file.number()).withId(found.id());
    }

    private Text carriedOut(OrderFile file, Nonconformity found, Treatment treatment) {
        if (found.isOfGoods()) {
            goods.corrected(file, found, treatment);
            return Text.of("production.quality.goods-corrected", found.number(), treatment.disposition().words());
        }
        found.corrected();
        quality.present(file, Quality.machine(file, found.serial()), found.kind());
        return Text.of("production.quality.corrected", found.number(), found.kind().words());
    }
}
