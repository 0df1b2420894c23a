package dev.kontor.aftersales.visit;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.SurveyScore;
import dev.kontor.aftersales.improvement.Improvement;
import dev.kontor.aftersales.improvement.Improvements;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.paper.Printer;
import dev.kontor.api.rule.Conclusion.Require;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a customer says at a visit: kept, filed as a paper, and where a score is low, improved by the rules. */
@Component(service = Survey.class)
public final class Survey {

    private final Improvements improvements;
    private final Printer printer;

    @Activate
    public Survey(@Reference Improvements improvements, @Reference Printer printer) {
        this.improvements = improvements;
        this.printer = printer;
    }

    /** Without the day, and without what was said. */
    static List<Field> fields() {
        return List.of(
                Field.choice("way", Text.of("aftersales.way"), Stream.of("on-site", "phone", "video")
                        .map(way -> new Field.Option(way, Text.of("aftersales.way." + way)))
                        .toList()),
                Field.text("spoke-with", Text.of("aftersales.spoke-with")),
                Field.choice("equipment", Text.of("aftersales.equipment"), scores()).withClause("8.1"),
                Field.choice("service", Text.of("aftersales.service"), scores()).withClause("8.1"));
    }

    private static List<Field.Option> scores() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(score -> new Field.Option(String.valueOf(score), Text.of("aftersales.score." + score)))
                .toList();
    }

    /** @return what is wrong with the day: none is to come, or before the first that can be */
    static List<Refused.Gap> day(OrderFile file, LocalDate on, LocalDate first, Text before) {
        if (on.isAfter(file.today())) {
            return List.of(new Refused.Gap("held-on", Text.of("aftersales.day-to-come")));
        }
        return on.isBefore(first) ? List.of(new Refused.Gap("held-on", before)) : List.of();
    }

    /** @return how many improvements the rules demand */
    int hold(OrderFile file, Visit visit, Values values) {
        visit.hold(values.date("held-on").orElseThrow(), values.text("way"), values.text("spoke-with"), file.actor().id().value());
        visit.score(Integer.parseInt(values.text("equipment")), Integer.parseInt(values.text("service")), values.text("words"));
        file.note("aftersales.visit-held", Text.of("aftersales.visit-held", visit.id(), visit.equipment(), visit.service()), List.of());
        file(file, visit);
        return improve(file, visit);
    }

    void file(OrderFile file, Visit visit) {
        file.file(Vocabulary.RECORD, printer.print(VisitPaper.of(visit), "zh-CN"));
    }

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
