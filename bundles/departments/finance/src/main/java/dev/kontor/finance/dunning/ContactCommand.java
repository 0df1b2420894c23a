package dev.kontor.finance.dunning;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.schedule.Due;
import dev.kontor.finance.schedule.Matter;
import dev.kontor.finance.schedule.PlannedInstalment;
import dev.kontor.finance.schedule.Schedule;
import dev.kontor.finance.schedule.ScheduleRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody talked or wrote to the customer about an instalment: what they said, and by when they promise to pay. It is
 * work on a task, unless a command says otherwise.
 */
abstract class ContactCommand implements OrderCommand {

    /** What is no demand while the instalment is not late. */
    private static final Set<String> BEHIND_DUE = Set.of("call", "reminder", "letter", "lawyer");

    /** What is said in writing. */
    private static final Set<String> WRITTEN = Set.of("reminder", "letter", "lawyer");

    private final DunningBook book;
    private final ScheduleRows rows;
    private final String step;

    /** @param step {@code before-due}, {@code promise}, {@code unasked}, or a dunning level */
    ContactCommand(DunningBook book, ScheduleRows rows, String step) {
        this.book = book;
        this.rows = rows;
        this.step = step;
    }

    @Override
    public final String name() {
        return "finance/contact-" + step;
    }

    @Override
    public final Text title() {
        return Text.of("finance.dunning.contact-" + step);
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(switch (step) {
            case "before-due" -> Dunning.REMINDER;
            case "promise" -> Dunning.PROMISE;
            default -> new TaskKind(Dunning.LEVEL + step);
        });
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text about = task.flatMap(owed -> owed(file, owed.subject())).map(row -> about(row.due())).orElse(Text.plain(""));
        List<Field> fields = new ArrayList<>(List.of(
                Field.date("contacted-on", Text.of("finance.dunning.contacted-on")).withHint(about).withClause("7.1"),
                Field.text("person", Text.of("finance.dunning.person")),
                Field.choice(
                        "means",
                        Text.of("finance.dunning.means"),
                        Stream.of("phone", "visit", "message", "email", "letter")
                                .filter(each -> !WRITTEN.contains(step) || !Set.of("phone", "visit").contains(each))
                                .map(each -> new Field.Option(each, Text.of("finance.dunning.means." + each)))
                                .toList()),
                Field.longText("said", Text.of("finance.dunning.said")).withHint(Text.of("finance.dunning.said-hint")),
                Field.date("promised-on", Text.of("finance.dunning.promised-on")).optional()));
        fields.addAll(more());
        return Form.of(Text.of("finance.dunning.contact-submit"), fields.toArray(Field[]::new));
    }

    /** Fields beside those of every contact. */
    List<Field> more() {
        return List.of();
    }

    private static Text about(Due due) {
        return due.dueOn()
                .map(day -> Text.of("finance.dunning.about", due.position(), due.open(), day))
                .orElse(Text.of("finance.dunning.about-waiting", due.position(), due.open()));
    }

    @Override
    public final Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of(
                "contacted-on", file.today().toString(), "person", file.order().map(order -> order.contact().name()).orElse("")));
    }

    @Override
    public final Answer run(OrderFile file, Optional<Task> task, Values values) {
        String subject = subject(task, values);
        PlannedInstalment row = owed(file, subject)
                .orElseThrow(() -> Refused.because(Refused.Reason.CONFLICT, Text.of("finance.dunning.paid", subject)));
        check(file, row.due(), values);
        Contact contact = new Contact(file, row.position(), step, values);
        prove(file, values, contact);
        book.keep(contact);
        contact.promisedOn().ifPresent(day -> {
            row.promise(day);
            file.plan(Schedule.FINANCE, Matter.PROMISE.named(row.position()), day.plusDays(1));
        });
        Outcome outcome = new Outcome(step, values.text("said"));
        task.ifPresent(owed -> file.complete(owed.id(), outcome));
        Stream.of(Dunning.REMINDER, Dunning.PROMISE)
                .flatMap(kind -> file.openTasks(kind).stream())
                .filter(each -> each.subject().equals(subject))
                .forEach(each -> file.complete(each.id(), outcome));
        Text said = Text.of("finance.dunning.contacted", row.position(), contact.person(), contact.on());
        file.note("finance.contact", said, List.of(
                new Change("said", "", contact.said()), new Change("promised-on", "", values.text("promised-on"))));
        return Answer.of(said, file.number()).withId(contact.id());
    }

    /** The position of the instalment that it is about. */
    String subject(Optional<Task> task, Values values) {
        return task.orElseThrow().subject();
    }

    private void check(OrderFile file, Due due, Values values) {
        LocalDate day = values.date("contacted-on").orElseThrow();
        if (day.isAfter(file.today())) {
            throw Refused.at("contacted-on", Text.of("finance.dunning.ahead"));
        }
        if (BEHIND_DUE.contains(step)) {
            due.dueOn().filter(last -> !day.isAfter(last)).ifPresent(last -> {
                throw Refused.at("contacted-on", Text.of("finance.dunning.not-late-then", last));
            });
        }
        if (values.date("promised-on").filter(promised -> promised.isBefore(file.today())).isPresent()) {
            throw Refused.at("promised-on", Text.of("finance.dunning.promise-past"));
        }
    }

    /** Files what proves it. */
    void prove(OrderFile file, Values values, Contact contact) {
        // a talk is proved by nothing
    }

    /** The instalment at a position, where it is owed. */
    private Optional<PlannedInstalment> owed(OrderView file, String subject) {
        return rows.find(file.number(), Integer.parseInt(subject)).filter(PlannedInstalment::isOwed);
    }
}
