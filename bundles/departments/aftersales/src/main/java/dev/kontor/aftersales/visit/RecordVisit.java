package dev.kontor.aftersales.visit;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.SurveyScore;
import dev.kontor.aftersales.improvement.Improvement;
import dev.kontor.aftersales.improvement.Improvements;
import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The engineer has visited the customer, and says how satisfied they are; the rules have a low score improved. */
@Component
public final class RecordVisit implements OrderCommand {

    private final Visits visits;
    private final Improvements improvements;
    private final Printer printer;

    @Activate
    public RecordVisit(@Reference Visits visits, @Reference Improvements improvements, @Reference Printer printer) {
        this.visits = visits;
        this.improvements = improvements;
        this.printer = printer;
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
        return new Form(
                List.of(new Form.Section(heading, List.of(
                        Field.date("held-on", Text.of("aftersales.held-on")),
                        Field.choice("way", Text.of("aftersales.way"), Stream.of("on-site", "phone", "video")
                                .map(way -> new Field.Option(way, Text.of("aftersales.way." + way)))
                                .toList()),
                        Field.text("spoke-with", Text.of("aftersales.spoke-with")),
                        Field.choice("equipment", Text.of("aftersales.equipment"), scores()).withClause("8.1"),
                        Field.choice("service", Text.of("aftersales.service"), scores()).withClause("8.1"),
                        Field.longText("words", Text.of("aftersales.words")).optional()))),
                Text.of("aftersales.record-visit"));
    }

    private static List<Field.Option> scores() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(score -> new Field.Option(String.valueOf(score), Text.of("aftersales.score." + score)))
                .toList();
    }

    @Override
    public Values initial(OrderView file, Optional<Task> task) {
        return new Values(Map.of("held-on", file.today().toString()));
    }

    @Override
    public Answer run(OrderFile file, Optional<Task> task, Values values) {
        Visit visit = visits.find(file.number(), task.orElseThrow().subject()).orElseThrow();
        LocalDate on = heldOn(file, visit, values);
        visit.hold(on, values.text("way"), values.text("spoke-with"), file.actor().id().value());
        visit.score(Integer.parseInt(values.text("equipment")), Integer.parseInt(values.text("service")), values.text("words"));
        file.complete(task.orElseThrow().id(), Outcome.of("visited"));
        file.note("aftersales.visit-held", Text.of("aftersales.visit-held", visit.id(), visit.equipment(), visit.service()), List.of());
        file.file(Vocabulary.RECORD, printer.print(VisitPaper.of(visit), "zh-CN"));
        int begun = improve(file, visit);
        return Answer.of(Text.of("aftersales.visit-recorded", visit.id(), begun), file.number()).withId(visit.id());
    }

    private static LocalDate heldOn(OrderFile file, Visit visit, Values values) {
        LocalDate on = values.date("held-on").orElseThrow();
        if (on.isAfter(file.today())) {
            throw Refused.at("held-on", Text.of("aftersales.day-to-come"));
        }
        if (on.isBefore(visit.plannedOn())) {
            throw Refused.at("held-on", Text.of("aftersales.before-planned", visit.plannedOn()));
        }
        return on;
    }

    /** @return how many improvements the rules demand */
    private int improve(OrderFile file, Visit visit) {
        SurveyScore equipment = new SurveyScore(visit.number() + "-equipment", "equipment", visit.equipment());
        SurveyScore service = new SurveyScore(visit.number() + "-service", "service", visit.service());
        List<Require> demanded = file.consult(Question.at(Vocabulary.AT_IMPROVEMENT, equipment, service).addingOnly()).all(Require.class);
        List<Require> owed = demanded.stream().filter(each -> each.task().equals(Vocabulary.IMPROVEMENT)).toList();
        owed.forEach(each -> {
            LocalDate due = file.openTasks(Vocabulary.IMPROVEMENT).stream()
                    .filter(task -> task.subject().equals(each.subject()))
                    .flatMap(task -> task.deadline().stream())
                    .map(Deadline::lastDay)
                    .findFirst()
                    .orElse(file.today());
            String what = visit.words().isEmpty() ? "%s: %d / %d".formatted(visit.id(), visit.equipment(), visit.service()) : visit.words();
            improvements.keep(file, new Improvement(file.order().orElseThrow(), each.subject(), "visit", what, each.role()), due);
        });
        return owed.size();
    }
}
