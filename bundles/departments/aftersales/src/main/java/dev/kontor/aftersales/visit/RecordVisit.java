package dev.kontor.aftersales.visit;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.VisitNotHeld;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The engineer has visited the customer, and says how satisfied they are; or has not reached them, or they declined, and the rules say
 * whether somebody tries again before the next visit that is planned.
 */
@Component
public final class RecordVisit implements OrderCommand {

    private final Visits visits;
    private final Survey survey;

    @Activate
    public RecordVisit(@Reference Visits visits, @Reference Survey survey) {
        this.visits = visits;
        this.survey = survey;
    }

    @Override
    public String name() {
        return "aftersales/record-visit";
    }

    @Override
    public Text title() {
        return Text.of("aftersales.record-visit");
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public Optional<TaskKind> task() {
        return Optional.of(Vocabulary.VISIT);
    }

    @Override
    public Form form(OrderView file, Optional<Task> task) {
        Text heading = task.flatMap(owed -> visits.find(file.number(), owed.subject()))
                .map(visit -> Text.of("aftersales.visit-of", visit.id(), visit.customerName(), visit.plannedOn()))
                .orElse(Text.plain(""));
        List<Field> fields = new ArrayList<>(List.of(
                Field.choice("outcome", Text.of("aftersales.outcome"), Stream.of(Visit.HELD, "not-reached", "declined")
                        .map(outcome -> new Field.Option(outcome, Text.of("aftersales.outcome." + outcome)))
                        .toList()),
                Field.date("held-on", Text.of("aftersales.held-on"))));
        Survey.fields().stream().map(Field::optional).forEach(fields::add);
        fields.add(Field.longText("words", Text.of("aftersales.words")).optional().withHint(Text.of("aftersales.words-hint")));
        return new Form(List.of(new Form.Section(heading, fields)), Text.of("aftersales.record-visit"));
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("outcome", Visit.HELD, "held-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Visit visit = visits.find(file.number(), task.orElseThrow().subject()).orElseThrow();
        demand(file, visit, values);
        String outcome = values.text("outcome");
        if (outcome.equals(Visit.HELD)) {
            file.complete(task.orElseThrow().id(), Outcome.of("visited"));
            int begun = survey.hold(file, visit, values);
            return Answer.of(Text.of("aftersales.visit-recorded", visit.id(), begun), file.number()).withId(visit.id());
        }
        visit.miss(values.date("held-on").orElseThrow(), outcome, values.text("words"), file.actor().id().value());
        file.complete(task.orElseThrow().id(), Outcome.of(outcome));
        Text said = Text.of("aftersales.visit-not-held", visit.id(), Text.of("aftersales.outcome." + outcome), visit.words());
        file.note("aftersales.visit-not-held", said, List.of());
        survey.file(file, visit);
        again(file, visit);
        return Answer.of(said, file.number()).withId(visit.id());
    }

    /** A visit has somebody who speaks for the customer, and both scores; one that was not held a reason. */
    private static void demand(OrderFile file, Visit visit, Values values) {
        List<Refused.Gap> gaps = new ArrayList<>(Survey.day(
                file, values.date("held-on").orElseThrow(), visit.plannedOn(), Text.of("aftersales.before-planned", visit.plannedOn())));
        if (!values.text("outcome").equals(Visit.HELD)) {
            if (!values.has("words")) {
                gaps.add(new Refused.Gap("words", Text.of("aftersales.words-hint")));
            }
        } else {
            Survey.fields().stream().filter(field -> !values.has(field.name())).forEach(field ->
                    gaps.add(new Refused.Gap(field.name(), Text.of("aftersales.visit-incomplete"))));
        }
        if (!gaps.isEmpty()) {
            throw Refused.at(gaps);
        }
    }

    private void again(OrderFile file, Visit missed) {
        String next = "U" + (visits.unplannedBefore(file) + 1);
        file.consult(Question.at(Vocabulary.AT_VISITS, new VisitNotHeld(missed.number(), missed.outcome(), missed.tries(), next)).addingOnly());
        Optional<LocalDate> lastDay = file.openTasks(Vocabulary.VISIT).stream()
                .filter(owed -> owed.subject().equals(next))
                .flatMap(owed -> owed.deadline().stream())
                .map(Deadline::lastDay)
                .findFirst();
        lastDay.ifPresent(day -> {
            Visit visit = visits.unplanned(file, file.today());
            visit.follows(missed);
            visit.await(day);
        });
    }
}
