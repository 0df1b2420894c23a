package dev.kontor.api.rule;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.facts.ApprovalGiven;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One answer of the rules, kept so that it can be explained and executed again. What people read of it is its
 * {@link DecisionRecord}.
 *
 * @param order the order's number; empty for a decision about the company
 * @param sets every version that was asked, the point's own first
 * @param owners the versions of other sets whose parameters were read
 * @param day the day whose parameters were in force
 * @param calendar the calendar's version
 * @param parameters the parameters the rules could see
 */
public record Decision(
        String id,
        String order,
        ConsultationPoint point,
        List<SetVersion> sets,
        List<SetVersion> owners,
        LocalDate day,
        String calendar,
        List<Parameter> parameters,
        List<Firing> firings,
        List<Concluded> conclusions,
        PersonId by,
        Instant at) {

    public Decision {
        sets = List.copyOf(sets);
        owners = List.copyOf(owners);
        parameters = List.copyOf(parameters);
        firings = List.copyOf(firings);
        conclusions = List.copyOf(conclusions);
    }

    /** Whether every Check passed, or is let pass by a special approval that holds (特批, R-4.2). */
    public boolean passes() {
        List<Conclusion.Check> checks = all(Conclusion.Check.class);
        Set<String> passed = checks.stream()
                .filter(Conclusion.Check::passed)
                .map(Conclusion.Check::subject)
                .collect(Collectors.toUnmodifiableSet());
        return checks.stream()
                .filter(check -> !check.passed() && !check.subject().endsWith(ApprovalGiven.CHECK))
                .allMatch(check -> passed.contains(check.subject() + ApprovalGiven.CHECK));
    }

    /** The conclusions of one kind. */
    public <C extends Conclusion> List<C> all(Class<C> kind) {
        return conclusions.stream().map(Concluded::conclusion).filter(kind::isInstance).map(kind::cast).toList();
    }
}
