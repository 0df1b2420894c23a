package dev.kontor.entry.fault;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.entry.Entry;
import dev.kontor.entry.draft.Completeness;
import dev.kontor.entry.draft.Draft;
import dev.kontor.entry.draft.Drafts;
import dev.kontor.entry.draft.Paths;
import dev.kontor.entry.draft.Written;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A field was entered wrongly: the error is recorded with who wrote the field, the right value takes its place and the
 * wrong one is kept. The signing date changes in no other way. A submitted order is to be confirmed and
 * submitted again, but for one that has ended: there the error is on record and no more.
 */
@Component
public final class CorrectCommand implements OrderCommand {

    private static final List<String> STAGES =
            List.of("entry", "preliminary-review", "joint-review", "production", "delivery", "collection", "after-sales");
    private static final Set<String> FIXED = Set.of("customer", "customer-name", "contract-document", "contract-digest");

    private final Drafts drafts;
    private final EntryErrors errors;
    private final Answerable answerable;
    private final WorkingCalendar calendar;

    @Activate
    public CorrectCommand(
            @Reference Drafts drafts, @Reference EntryErrors errors, @Reference Answerable answerable,
            @Reference WorkingCalendar calendar) {
        this.drafts = drafts;
        this.errors = errors;
        this.answerable = answerable;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "entry/correct";
    }

    @Override
    public Text title() {
        return Text.of("entry.correct.title");
    }

    @Override
    public Set<Role> roles() {
        return Set.of(
                Role.SALES_REP, Role.SALES_HEAD, Role.PRODUCTION_REVIEWER, Role.FINANCE_REVIEWER, Role.LEGAL_REVIEWER, Role.SUPERVISOR);
    }

    @Override
    public boolean offered(OrderView file, Optional<Task> task) {
        return Entry.isRegistered(file) && drafts.find(file.number()).isPresent();
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        List<Field.Option> fields = drafts.find(file.number()).stream()
                .flatMap(draft -> draft.fields().keySet().stream())
                .filter(path -> !FIXED.contains(path))
                .map(path -> new Field.Option(path, Paths.label(path)))
                .toList();
        return Form.of(
                Text.of("entry.correct.button"),
                Field.choice("field", Text.of("entry.field.error-field"), fields).withClause("3.2"),
                Field.longText("right-value", Text.of("entry.field.right-value")),
                Field.text("found-by", Text.of("entry.field.found-by")).suggesting("person"),
                Field.choice("stage", Text.of("entry.field.stage"),
                        STAGES.stream().map(one -> new Field.Option(one, Text.of("entry.stage." + one))).toList()),
                Field.longText("consequence", Text.of("entry.field.consequence")).optional());
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return Paths.values(java.util.Map.of("found-by", file.actor().id().value()));
    }

    @Override
    public long version(OrderView file, Optional<Task> task) {
        return drafts.version(file.number());
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Draft before = drafts.find(file.number()).orElseThrow();
        String path = values.text("field");
        String right = values.text("right-value");
        Written wrong = before.written(path)
                .orElseThrow(() -> Refused.at("field", Text.of("entry.gap.unknown", path)));
        check(file, path, right, wrong);
        Answerable.Answering answering = answerable.of(file, wrong);
        TreeMap<String, Written> fields = new TreeMap<>(before.fields());
        fields.put(path, new Written(right, file.actor().id(), file.now()));
        drafts.replace(before, new Draft(before.order(), before.version(), before.judged(), fields));
        errors.add(error(file, values, wrong, answering));
        file.note("entry.error-found", Text.of("entry.error.traced", Paths.label(path), answering.words()),
                Stream.concat(Stream.of(new Change(path, wrong.value(), right)), answering.changes().stream()).toList());
        if (path.equals("signed-on")) {
            countAnew(file, LocalDate.parse(right));
        }
        askForSubmission(file);
        return Answer.of(Text.of("entry.correct.done", Paths.label(path), Text.person(wrong.by().value())), file.number());
    }

    private static void check(OrderFile file, String path, String right, Written wrong) {
        if (wrong.value().equals(right)) {
            throw Refused.at("right-value", Text.of("entry.gap.same"));
        }
        if (path.equals("signed-on")) {
            LocalDate day = Completeness.dayOf(right)
                    .orElseThrow(() -> Refused.at("right-value", Text.of("entry.gap.day", right)));
            if (day.isAfter(file.today())) {
                throw Refused.at("right-value", Text.of("entry.gap.signed-ahead"));
            }
        }
    }

    private static EntryError error(OrderFile file, Values values, Written wrong, Answerable.Answering answering) {
        int revision = file.order().map(order -> order.revision()).orElse(0);
        return new EntryError(UUID.randomUUID().toString(), file.number(), revision, values.text("field"), wrong.value(),
                values.text("right-value"), wrong.by(), wrong.at(), answering.confirmer(), answering.reviewer(), answering.shares(),
                values.text("found-by"), values.text("stage"), values.text("consequence"), file.actor().id(), file.now());
    }

    /** The days to enter the order count from the right signing date. */
    private void countAnew(OrderFile file, LocalDate signedOn) {
        for (Task task : file.openTasks(Entry.ENTER)) {
            if (task.deadline().isPresent()) {
                file.cancel(task.id(), Text.of("entry.error.signed-on"));
                NewTask again = NewTask.of(Entry.ENTER, task.role())
                        .until(calendar.deadline(signedOn, task.deadline().get().within()));
                PersonId holder = task.holder().orElse(file.summary().representative());
                file.raise(again.heldBy(holder));
            }
        }
    }

    private void askForSubmission(OrderFile file) {
        boolean owed = file.openTasks().stream().anyMatch(task -> task.kind().department().equals("entry"));
        if (drafts.isSubmitted(file.number()) && !owed && !Entry.isEnded(file)) {
            file.raise(NewTask.of(Entry.RESUBMIT, Role.SALES_REP).heldBy(file.summary().representative()));
        }
    }
}
