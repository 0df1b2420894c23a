package dev.kontor.kernel.desk;

import dev.kontor.api.department.Department;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.WorkingCalendar;
import dev.kontor.kernel.journal.Ledger;
import dev.kontor.kernel.journal.Line;
import dev.kontor.kernel.order.Revision;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.kernel.rule.KeptDecisions;
import dev.kontor.kernel.rule.RuleServices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the rules, keeps the decision, and has its conclusions carried out. */
@Component(service = Consultation.class)
public final class Consultation {

    private static final Logger LOG = LoggerFactory.getLogger(Consultation.class);
    private static final ConsultationPoint PENALTIES = new ConsultationPoint("supervision/penalties");

    private final RuleServices rules;
    private final Facts facts;
    private final RosterRows roster;
    private final KeptDecisions decisions;
    private final CarryingOut carryingOut;
    private final WorkingCalendar calendar;
    private final Departments departments;

    @Activate
    public Consultation(
            @Reference RuleServices rules,
            @Reference Facts facts,
            @Reference RosterRows roster,
            @Reference KeptDecisions decisions,
            @Reference CarryingOut carryingOut,
            @Reference WorkingCalendar calendar,
            @Reference Departments departments) {
        this.rules = rules;
        this.facts = facts;
        this.roster = roster;
        this.decisions = decisions;
        this.carryingOut = carryingOut;
        this.calendar = calendar;
        this.departments = departments;
    }

    /** Why it was concluded. */
    ReasonWords words(Concluded concluded) {
        return rules.words(concluded);
    }

    Decision consult(OpenFile file, Question question) {
        Decision decision = decide(file, question);
        List<Conclusion.Violation> found = carryingOut.of(file, question, decision);
        owner(question).ifPresent(owner -> owner.decided(file, decision));
        if (!found.isEmpty() && rules.known(PENALTIES.value())) {
            found.forEach(violation -> consult(file, penalties(question, violation)));
        }
        return decision;
    }

    /** Whose point it is; absent it cannot keep what the decision commits, so nothing is decided there but deadlines. */
    private Optional<Department> owner(Question question) {
        String id = question.point().department();
        Optional<Department> owner = departments.find(id);
        if (owner.isEmpty() && !question.adding() && roster.has(id)) {
            throw Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.department-absent", Text.of("department." + id)));
        }
        return owner;
    }

    /** By the numbers of the day on which it happened, however late it was found: nothing counts backwards. */
    private static Question penalties(Question question, Conclusion.Violation violation) {
        Optional<TaskDue> due = question.facts().stream().filter(TaskDue.class::isInstance).map(TaskDue.class::cast).findFirst();
        Question asked = Question.at(PENALTIES, new ViolationFound(violation.subject(), violation.occasion(),
                        question.point().value(), violation.clause().value(),
                        due.map(each -> Math.max(0, -each.workingDaysLeft())).orElse(0)))
                .addingOnly();
        return due.map(each -> asked.since(LocalDate.parse(each.lastDay()).plusDays(1))).orElse(asked);
    }

    private Decision decide(OpenFile file, Question question) {
        try {
            Asked asked = ask(file, question);
            Decision decision = decision(file.number().value(), file.actor().id(), file.now(), question.point(), asked);
            List<Change> digest = List.of(new Change("digest", "", decisions.keep(decision, asked.given(), file.view().inForce())));
            file.view().changed(OpenView.Part.DECISIONS, OpenView.Part.LATEST);
            Text what = Text.of("kernel.decided", Text.of("console.point-of", question.point().value()));
            file.note(Ledger.DECIDED, what, digest, decision.id());
            return decision;
        } catch (CannotDecide e) {
            throw cannot(question.point(), file.number().value(), e);
        }
    }

    /** About what belongs to no order: what is asked is what was handed in, and nothing is carried out. */
    Decision consult(Work work, Question question) {
        try {
            RuleEngine engine = engine();
            List<SetVersion> sets = sets(engine, question, roster.consulted());
            LocalDate day = question.eventDay().orElse(work.today());
            Asked asked = new Asked(sets, day, question.facts(), engine.ask(sets, List.of(), day, question.facts()));
            Decision decision = decision("", work.actor().id(), work.now(), question.point(), asked);
            List<Change> digest = List.of(new Change("digest", "", decisions.keep(decision, asked.given(), Optional.empty())));
            Text what = Text.of("kernel.decided", Text.of("console.point-of", question.point().value()));
            work.note(Ledger.COMPANY, new Line(Ledger.DECIDED, what, digest, decision.id()));
            return decision;
        } catch (CannotDecide e) {
            throw cannot(question.point(), "the company", e);
        }
    }

    static Refused cannot(ConsultationPoint point, String about, CannotDecide why) {
        LOG.warn("{} cannot be decided for {}: {}", point, about, why.getMessage());
        return Refused.because(Refused.Reason.UNAVAILABLE, Text.of("kernel.rules-cannot-decide", point.value()));
    }

    /** What was asked, and what the rules said. */
    record Asked(List<SetVersion> sets, LocalDate day, List<Record> given, RuleEngine.Answer answer) {}

    /** Asks only: nothing is kept or carried out. */
    Asked ask(OpenFile file, Question question) {
        RuleEngine engine = engine();
        RosterRows.Consulted consulted = roster.consulted();
        List<SetVersion> sets = sets(engine, question, consulted);
        Optional<Revision> inForce = file.view().inForce();
        List<Record> given = facts.gather(
                engine.needs(sets), new Rates(engine.parameters(sets)), consulted.needed(), file, inForce.map(Revision::order), question.facts());
        LocalDate day = question.eventDay().orElse(file.today());
        return new Asked(sets, day, given, engine.ask(sets, List.of(), day, given));
    }

    /** The versions that a question at the point would be asked with now. */
    List<SetVersion> active(ConsultationPoint point) {
        return active(engine(), point, roster.consulted());
    }

    private RuleEngine engine() {
        return rules.engine().orElseThrow(() -> new CannotDecide("The rule engine does not run."));
    }

    private Decision decision(String order, PersonId by, Instant at, ConsultationPoint point, Asked asked) {
        RuleEngine.Answer answer = asked.answer();
        return new Decision(
                UUID.randomUUID().toString(),
                order,
                point,
                asked.sets(),
                answer.owners(),
                asked.day(),
                calendar.version(),
                answer.parameters(),
                answer.firings(),
                answer.conclusions(),
                by,
                at);
    }

    /** Those that the question names, or those that are active; without those of departments that were taken off the roster. */
    private List<SetVersion> sets(RuleEngine engine, Question question, RosterRows.Consulted consulted) {
        return question.versions().isEmpty()
                ? active(engine, question.point(), consulted)
                : question.versions().stream().filter(version -> consulted.has(version.set())).toList();
    }

    /** The point's own set and every one attached to it; never fewer than the roster says. */
    private List<SetVersion> active(RuleEngine engine, ConsultationPoint point, RosterRows.Consulted consulted) {
        List<SetVersion> sets = engine.active(point, consulted.off());
        attached(point, consulted).filter(name -> sets.stream().noneMatch(set -> set.set().equals(name))).findFirst().ifPresent(missing -> {
            throw new CannotDecide("The attached rule set " + missing + " is not active.");
        });
        rules.saw(sets);
        return sets;
    }

    /** {@code export-licence/review.joint} is attached to {@code review/joint}. */
    private static Stream<String> attached(ConsultationPoint point, RosterRows.Consulted consulted) {
        String suffix = "/" + point.value().replace('/', '.');
        return consulted.needed().stream()
                .filter(member -> member.kind().equals(RosterRows.RULE_SET))
                .map(RosterRows.Enrolled::name)
                .filter(name -> name.endsWith(suffix) && consulted.has(name));
    }
}
