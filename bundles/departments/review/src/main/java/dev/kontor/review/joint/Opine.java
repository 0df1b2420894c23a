package dev.kontor.review.joint;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.review.OpinionForm;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.review.FourEyes;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Opinion;
import dev.kontor.review.book.ReviewBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A department gives its opinion in the round. */
@Component
public final class Opine implements OrderCommand {

    private final ReviewBook book;
    private final OpinionForms forms;

    @Activate
    public Opine(@Reference ReviewBook book, @Reference OpinionForms forms) {
        this.book = book;
        this.forms = forms;
    }

    @Override
    public String name() {
        return "review/opine";
    }

    @Override
    public Text title() {
        return Text.of("review.opine");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.OPINION);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return FourEyes.allow(file);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Optional<OpinionForm> form = task.flatMap(owed -> forms.of(owed.subject()));
        List<Form.Section> sections = new ArrayList<>(form.map(known -> known.sections(file)).orElse(List.of()));
        Field verdict = Field.choice(
                        "verdict",
                        Text.of("review.verdict"),
                        List.of(
                                new Field.Option(Opinion.NO_OBJECTION, Text.of("review.no-objection")),
                                new Field.Option(Opinion.OBJECTION, Text.of("review.objection"))))
                .withClause("4.2");
        List<Field> opinion = new ArrayList<>(List.of(
                form.isPresent() ? verdict : verdict.withHint(Text.of("review.form-missing", departmentOf(task))),
                Field.longText("remarks", Text.of("review.remarks")).optional().withHint(Text.of("review.remarks-hint"))));
        if (file.milestones().contains(MilestoneName.ENTRY_REGISTERED)) {
            opinion.add(Field.yesNo("signed-term", Text.of("review.signed-term")).optional().withHint(Text.of("review.signed-term-hint")));
        }
        sections.add(new Form.Section(Text.of("review.opinion"), opinion));
        return new Form(sections, Text.of("review.opine-submit"));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        FourEyes.demand(file);
        Task owed = task.orElseThrow();
        OpinionForm form = forms.of(owed.subject())
                .orElseThrow(() -> Refused.because(Refused.Reason.UNAVAILABLE, Text.of("review.form-missing", departmentOf(task))));
        Opinion opinion = book.asked(file.number(), owed.subject())
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("review.not-asked", departmentOf(task))));
        boolean objects = values.text("verdict").equals(Opinion.OBJECTION);
        demand(file, owed, objects, values);
        form.given(file, objects, values);
        opinion.give(
                objects,
                objects && values.yes("signed-term"),
                values.text("remarks"),
                Kept.of(values),
                file.actor().id().value(),
                file.now());
        tell(file, owed, objects, values);
        file.complete(owed.id(), new Outcome(opinion.verdict(), values.text("remarks")));
        return Answer.of(Text.of(objects ? "review.objection-given" : "review.no-objection-given", departmentOf(task)), file.number());
    }

    private void demand(OrderFile file, Task owed, boolean objects, Values values) {
        if (objects && values.text("remarks").isEmpty()) {
            throw Refused.at("remarks", Text.of("review.objection-needs-words"));
        }
        int open = book.unresolved(file.number(), owed.subject()).size();
        if (!objects && open > 0) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("review.issues-open", open));
        }
    }

    /** Sales hears of an objection at once, though the round goes on. */
    private void tell(OrderFile file, Task owed, boolean objects, Values values) {
        Text department = departmentOf(Optional.of(owed));
        if (objects) {
            file.notify(
                    file.summary().representative(),
                    Text.of("review.objection-told", department, file.number().value(), values.text("remarks")));
        }
        file.note("review.opinion-given", Text.of(objects ? "review.objection-given" : "review.no-objection-given", department), List.of());
    }

    static Text departmentOf(Optional<Task> task) {
        return Text.of("department." + task.map(Task::subject).orElse("review"));
    }
}
