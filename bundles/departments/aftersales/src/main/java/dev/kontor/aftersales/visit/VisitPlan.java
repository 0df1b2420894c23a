package dev.kontor.aftersales.visit;

import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.facts.VisitDue;
import dev.kontor.aftersales.warranty.Warranties;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.desk.Question;
import dev.kontor.api.opening.OpenedOrder;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plans one visit after the other, every so many months from delivery. On its day the rules say whether a visit is
 * still owed; when none is, none is planned any more.
 */
@Component(service = VisitPlan.class)
public final class VisitPlan {

    private final Visits visits;

    @Activate
    public VisitPlan(@Reference Visits visits) {
        this.visits = visits;
    }

    /** The order is delivered: its first visit is planned, once. */
    public void begin(OrderFile file) {
        if (visits.of(file.number()).stream().noneMatch(Visit::isPlanned)) {
            int every = every(file.consult(Question.at(Vocabulary.AT_VISITS).addingOnly()));
            plan(file, 1, first(file, every));
        }
    }

    /** Visits of before the company began to work here are over: the first one is that which is still to come. */
    private static int first(OrderFile file, int every) {
        int months = every;
        while (OpenedOrder.isTakenOver(file) && delivered(file).plusMonths(months).isBefore(file.today())) {
            months += every;
        }
        return months;
    }

    /** @param number of the visit whose day has come */
    public void attend(OrderFile file, String number) {
        Optional<Visit> planned = visits.find(file.number(), number).filter(visit -> visit.dueOn().isEmpty());
        planned.ifPresent(visit -> ask(file, visit));
    }

    private void ask(OrderFile file, Visit visit) {
        VisitDue due = new VisitDue(visit.number(), visit.position(), delivered(file).toString(), visit.months());
        Decision decision = file.consult(Question.at(Vocabulary.AT_VISITS, due).addingOnly());
        Optional<LocalDate> lastDay = file.openTasks(Vocabulary.VISIT).stream()
                .filter(task -> task.subject().equals(visit.number()))
                .flatMap(task -> task.deadline().stream())
                .map(Deadline::lastDay)
                .findFirst();
        lastDay.ifPresentOrElse(
                day -> {
                    visit.await(day);
                    plan(file, visit.position() + 1, visit.months() + every(decision));
                },
                () -> {
                    visits.drop(visit);
                    file.note("aftersales.visits-ended", Text.of("aftersales.visits-ended", visit.months()), List.of());
                });
    }

    private void plan(OrderFile file, int position, int months) {
        LocalDate on = delivered(file).plusMonths(months);
        Visit visit = new Visit(file.order().orElseThrow(), position, months, on);
        visits.keep(visit);
        file.plan(Vocabulary.AFTERSALES, visit.number(), on);
    }

    private static LocalDate delivered(OrderFile file) {
        return Warranties.delivered(file)
                .orElseThrow(() -> new IllegalStateException("The order %s is visited and not delivered.".formatted(file.number())));
    }

    private static int every(Decision decision) {
        return decision.parameters().stream()
                .filter(parameter -> parameter.set().equals(Vocabulary.AT_VISITS.value()) && parameter.name().equals("visit-every"))
                .map(Parameter::whole)
                .filter(months -> months > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The parameter visit-every of %s is not in force on %s.".formatted(
                        Vocabulary.AT_VISITS, decision.day())));
    }
}
