package dev.kontor.review.preliminary;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.review.FourEyes;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.ReviewBook;
import dev.kontor.review.book.SpecialApproval;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leadership lets this revision pass in spite of a failing item, for a reason that stays visible (特批, R-4.2). */
@Component
public final class ApproveSpecially implements OrderCommand {

    private final ReviewBook book;

    @Activate
    public ApproveSpecially(@Reference ReviewBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "review/override";
    }

    @Override
    public Text title() {
        return Text.of("review.override");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.LEADERSHIP);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file)
                && !file.openTasks(Vocabulary.PRELIMINARY).isEmpty()
                && !Checklist.shown(file).failing().isEmpty();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> failing = Checklist.shown(file).failing().stream()
                .map(item -> new Field.Option(item.name(), Text.of("review.item-why", item.label(), item.reason())))
                .toList();
        return Form.of(
                Text.of("review.override-submit"),
                Field.choice("item", Text.of("review.item"), failing).withClause("4.1"),
                Field.longText("reason", Text.of("review.reason-for")).withHint(Text.of("review.override-hint")));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        if (file.openTasks(Vocabulary.PRELIMINARY).isEmpty()) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("review.no-preliminary"));
        }
        Checklist.Item item = Checklist.shown(file).failing().stream()
                .filter(each -> each.name().equals(values.text("item")))
                .findFirst()
                .orElseThrow(() -> Refused.at("item", Text.of("review.item-not-failing")));
        SpecialApproval approval = new SpecialApproval(
                file.number().value(),
                file.order().orElseThrow().revision(),
                item.name(),
                values.text("reason"),
                file.actor().id().value(),
                file.now());
        book.keep(approval);
        Text said = Text.of("review.overridden", item.label(), values.text("reason"));
        file.note("review.overridden", said, List.of());
        file.notify(Role.SALES_HEAD, said);
        return Answer.of(said, file.number()).withId(approval.id());
    }
}
