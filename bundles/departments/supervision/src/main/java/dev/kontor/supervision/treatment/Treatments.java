package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.treatment.Treatment.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way of a violation. What rules propose is told to whoever it concerns, who is heard within some days; company
 * leadership decides; that can be appealed once; what nobody appeals becomes final. Each step but the first is a command of
 * a person, or a matter that was planned for the day on which a time is over.
 */
@Component(service = Treatments.class)
public final class Treatments {

    private static final String HEARD = "heard ";
    private static final String APPEALED = "appealed ";
    private static final String FINAL = "final ";

    private final TreatmentBook book;
    private final WorkingCalendar calendar;
    private final Lateness lateness;
    private final Hearing hearing;

    @Activate
    public Treatments(
            @Reference TreatmentBook book,
            @Reference WorkingCalendar calendar,
            @Reference Lateness lateness,
            @Reference Hearing hearing) {
        this.book = book;
        this.calendar = calendar;
        this.lateness = lateness;
        this.hearing = hearing;
    }

    /** Rules have proposed something, in the command that found the violation. */
    public void proposed(OrderFile file, Decision decision) {
        decision.conclusions().forEach(each -> {
            if (each.conclusion() instanceof Conclusion.Penalty penalty) {
                propose(file, new Proposal(
                        penalty, each.set(), each.rule(), file.words(each), decision.id(), decision.parameters()));
            }
        });
    }

    /** A matter of an order whose time has come. */
    public void attend(OrderFile file, String matter) {
        book.treatment(matter.substring(matter.indexOf(' ') + 1)).ifPresent(treatment -> goOn(file, treatment, matter));
    }

    private void goOn(OrderFile file, Treatment treatment, String matter) {
        if (matter.startsWith(HEARD) && treatment.state() == State.PROPOSED) {
            endHearing(file, treatment);
        } else if (matter.startsWith(APPEALED) && treatment.state() == State.APPEALED) {
            ask(file, Supervision.APPEAL, treatment);
        } else if (matter.startsWith(FINAL) && treatment.state() == State.DECIDED) {
            int points = book.step(treatment, State.DECIDED).flatMap(Step::ruled).orElseThrow().points();
            treatment.settle(points, file.now());
            hearing.tell(file, treatment, Text.of("supervision.final-told", treatment.code(), points));
            file.note("supervision.final", Text.of("supervision.final-unappealed", treatment.code()), List.of());
        }
    }

    /** Who was heard early, while the work was not done, is heard until it is, or until the hearing ends. */
    private void endHearing(OrderFile file, Treatment treatment) {
        if (!file.today().isAfter(treatment.heardUntil()) && Lateness.isOpen(file, treatment)) {
            hearing.close(file, treatment);
            file.plan(Supervision.ID, HEARD + treatment.id(), treatment.heardUntil().plusDays(1));
            return;
        }
        if (!treatment.isWeighed()) {
            lateness.of(file, treatment).ifPresent(file::consult);
        }
        if (file.today().isAfter(treatment.heardUntil()) || book.isHeard(treatment)) {
            treatment.heard();
            hearing.close(file, treatment);
            ask(file, Supervision.DECISION, treatment);
        }
    }

    /** What was proposed on the first day costs more now: whoever it concerns is heard on that once more, and then no more. */
    private void weigh(OrderFile file, Treatment treatment, Proposal proposal) {
        if (treatment.state() != State.PROPOSED || treatment.isWeighed() || proposal.penalty().points() <= treatment.proposed()) {
            return;
        }
        Deadline until = calendar.deadline(file.today(), proposal.hearing());
        treatment.weigh(proposal, until.lastDay(), file.now());
        hearing.close(file, treatment);
        hear(file, treatment, until, Text.of("supervision.weighed-told", treatment.code(), treatment.reason(), until.lastDay()));
    }

    /** Once for each occasion; a second time it may have become graver. */
    void propose(OrderFile file, Proposal proposal) {
        Optional<Treatment> before = book.find(file.number(), proposal.penalty().subject(), proposal.penalty().occasion());
        before.ifPresent(treatment -> weigh(file, treatment, proposal));
        if (before.isPresent()) {
            return;
        }
        Deadline until = calendar.deadline(file.today(), proposal.hearing());
        Treatment treatment = new Treatment(file.number(), proposal, until.lastDay(), file.now());
        book.keep(treatment);
        hear(file, treatment, until, Text.of("supervision.proposed-told", treatment.code(), treatment.reason(), until.lastDay()));
    }

    private void hear(OrderFile file, Treatment treatment, Deadline until, Text what) {
        file.plan(Supervision.ID, HEARD + treatment.id(), until.lastDay().plusDays(1));
        hearing.open(file, treatment, until);
        hearing.tell(file, treatment, what);
        file.note("supervision.proposed", what, List.of(new Change("treatment", "", treatment.id())));
    }

    private void ask(OrderFile file, TaskKind kind, Treatment treatment) {
        file.raise(NewTask.of(kind, Role.LEADERSHIP)
                .about(treatment.code())
                .until(calendar.deadline(file.today(), treatment.decideWithin())));
    }

    void tell(OrderFile file, Treatment treatment, Text what) {
        hearing.tell(file, treatment, what);
    }

    /** Whoever it concerns has said what they have to say. */
    void pleaded(CompanyFile company, Treatment treatment) {
        company.entrust(treatment.order(), HEARD + treatment.id());
    }

    void pleaded(OrderFile file, Treatment treatment) {
        hearing.close(file, treatment);
        file.plan(Supervision.ID, HEARD + treatment.id(), file.today());
    }

    void appealed(CompanyFile company, Treatment treatment) {
        company.entrust(treatment.order(), APPEALED + treatment.id());
    }

    /** @return the last day to appeal */
    LocalDate decided(OrderFile file, Treatment treatment) {
        LocalDate until = calendar.deadline(file.today(), treatment.appealWithin()).lastDay();
        file.plan(Supervision.ID, FINAL + treatment.id(), until.plusDays(1));
        return until;
    }
}
