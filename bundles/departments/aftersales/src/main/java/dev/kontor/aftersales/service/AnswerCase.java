package dev.kontor.aftersales.service;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The engineer answers the customer: what will be done, and when. */
@Component
public final class AnswerCase implements OrderCommand {

    private final Cases cases;
    private final ServiceKinds kinds;

    @Activate
    public AnswerCase(@Reference Cases cases, @Reference ServiceKinds kinds) {
        this.cases = cases;
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return "aftersales/answer-case";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.answer-case");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.RESPONSE);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        return new Form(
                List.of(new Form.Section(
                        heading(cases, kinds, file, task),
                        List.of(
                                Field.longText("response", Text.of("aftersales.response")).withHint(need(cases, file, task)).withClause("8.1"),
                                Field.date("responded-on", Text.of("aftersales.responded-on"))))),
                Text.of("aftersales.answer-submit"));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("responded-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        ServiceCase answered = cases.find(file.number(), task.orElseThrow().subject()).orElseThrow();
        LocalDate on = day(file, answered, values, "responded-on");
        answered.respond(values.text("response"), on, file.actor().id().value());
        file.complete(task.orElseThrow().id(), Outcome.of("answered"));
        Text said = Text.of("aftersales.case-answered", answered.id(), answered.dueOn());
        file.note("aftersales.case-answered", said, List.of());
        return Answer.of(said, file.number()).withId(answered.id());
    }

    /** Which case a form is about: several may be open for one order. */
    static Text heading(Cases cases, ServiceKinds kinds, OrderView file, Optional<Task> task) {
        return task.flatMap(owed -> cases.find(file.number(), owed.subject()))
                .map(each -> each.serial().isEmpty()
                        ? Text.of("aftersales.case-of-order", each.id(), kinds.name(each.kind(), file.actor()))
                        : Text.of("aftersales.case-of-machine", each.id(), kinds.name(each.kind(), file.actor()), each.serial()))
                .orElse(Text.plain(""));
    }

    private static Text need(Cases cases, OrderView file, Optional<Task> task) {
        return Text.plain(task.flatMap(owed -> cases.find(file.number(), owed.subject())).map(ServiceCase::need).orElse(""));
    }

    /** A day between the customer's question and today. */
    static LocalDate day(OrderFile file, ServiceCase about, Values values, String field) {
        LocalDate on = values.date(field).orElseThrow();
        if (on.isAfter(file.today())) {
            throw Refused.at(field, Text.of("aftersales.day-to-come"));
        }
        if (on.isBefore(about.askedOn())) {
            throw Refused.at(field, Text.of("aftersales.before-asked", about.askedOn()));
        }
        return on;
    }
}
