package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Decisions;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.Violations;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.treatment.Treatment.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private static final int PART = 200;

    private final TreatmentBook book;
    private final WorkingCalendar calendar;
    private final Decisions decisions;
    private final Violations violations;

    @Activate
    public Treatments(
            @Reference TreatmentBook book,
            @Reference WorkingCalendar calendar,
            @Reference Decisions decisions,
            @Reference Violations violations) {
        this.book = book;
        this.calendar = calendar;
        this.decisions = decisions;
        this.violations = violations;
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

    /** Proposals of a time in which this department did not run are taken up now; orders are opened by rising number. */
    public void catchUp(CompanyFile company, Instant since) {
        Map<OrderNumber, Set<String>> missed = new TreeMap<>();
        Optional<Instant> before = Optional.of(company.now().plusMillis(1));
        while (before.filter(since::isBefore).isPresent()) {
            Violations.Part part = violations.before(before.get(), PART, Supervision.COUNTER);
            part.found().stream()
                    .filter(found -> found.told().conclusion() instanceof Conclusion.Penalty penalty
                            && !book.has(found.order(), penalty.subject(), penalty.occasion()))
                    .forEach(found -> missed.computeIfAbsent(found.order(), none -> new TreeSet<>()).add(found.decision()));
            before = part.next();
        }
        missed.forEach((order, found) -> {
            OrderFile file = company.order(order);
            found.forEach(decision -> takeUp(file, decision));
        });
    }

    private void takeUp(OrderFile file, String decision) {
        decisions.decision(decision, Supervision.COUNTER).ifPresent(record -> record.conclusions().forEach(told -> {
            if (told.conclusion() instanceof Conclusion.Penalty penalty) {
                propose(file, new Proposal(penalty, told.set(), told.rule(),
                        new ReasonWords(told.reasonEn(), told.reasonZh()), record.id(), record.parameters()));
            }
        }));
    }

    /** A matter of an order whose time has come. */
    public void attend(OrderFile file, String matter) {
        book.treatment(matter.substring(matter.indexOf(' ') + 1)).ifPresent(treatment -> goOn(file, treatment, matter));
    }

    private void goOn(OrderFile file, Treatment treatment, String matter) {
        if (matter.startsWith(HEARD) && treatment.state() == State.PROPOSED) {
            treatment.heard();
            ask(file, Supervision.DECISION, treatment);
        } else if (matter.startsWith(APPEALED) && treatment.state() == State.APPEALED) {
            ask(file, Supervision.APPEAL, treatment);
        } else if (matter.startsWith(FINAL) && treatment.state() == State.DECIDED) {
            int points = book.step(treatment, State.DECIDED).flatMap(Step::ruled).orElseThrow().points();
            treatment.settle(points, file.now());
            tell(file, treatment, Text.of("supervision.final-told", treatment.code(), points));
            file.note("supervision.final", Text.of("supervision.final-unappealed", treatment.code()), List.of());
        }
    }

    private void propose(OrderFile file, Proposal proposal) {
        if (book.has(file.number(), proposal.penalty().subject(), proposal.penalty().occasion())) {
            return;
        }
        LocalDate until = calendar.deadline(file.today(), proposal.hearing()).lastDay();
        Treatment treatment = new Treatment(file.number(), proposal, until, file.now());
        book.keep(treatment);
        file.plan(Supervision.ID, HEARD + treatment.id(), until.plusDays(1));
        Text what = Text.of("supervision.proposed-told", treatment.code(), treatment.reason(), until);
        tell(file, treatment, what);
        file.note("supervision.proposed", what, List.of(new Change("treatment", "", treatment.id())));
    }

    private void ask(OrderFile file, TaskKind kind, Treatment treatment) {
        file.raise(NewTask.of(kind, Role.LEADERSHIP)
                .about(treatment.code())
                .until(calendar.deadline(file.today(), treatment.decideWithin())));
    }

    /** Whoever it may be, a name of a person may look like a role; a department is told by the page alone. */
    void tell(OrderFile file, Treatment treatment, Text what) {
        String who = treatment.concerned();
        if (who.matches("[a-z][a-z-]*\\.[a-z][a-z-]*")) {
            file.notify(new Role(who), what);
        }
        if (who.matches("[a-z][a-z0-9._-]{0,63}")) {
            file.notify(new PersonId(who), what);
        }
    }

    /** Whoever it concerns has said what they have to say. */
    void pleaded(CompanyFile company, Treatment treatment) {
        company.entrust(treatment.order(), HEARD + treatment.id());
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
