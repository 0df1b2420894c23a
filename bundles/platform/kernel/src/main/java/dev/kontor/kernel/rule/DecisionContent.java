package dev.kontor.kernel.rule;

import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.SetVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A decision as its row holds it: versions and rules stand once and are pointed at by their places, and no word is kept
 * that the versions can tell again.
 */
record DecisionContent(
        List<SetVersion> sets,
        List<SetVersion> owners,
        LocalDate day,
        String calendar,
        List<KeptFact> facts,
        List<Read> parameters,
        List<Rule> rules,
        List<Fired> firings,
        List<Said> said,
        PersonId by,
        Instant at) {

    /** @param set its place among the sets and, after these, the owners */
    record Rule(int set, String name) {}

    /** @param set as of a {@link Rule} */
    record Read(int set, String name, BigDecimal value, String unit, LocalDate from, Clause clause) {}

    record Fired(int rule, List<Integer> matched) {}

    record Said(int rule, Conclusion conclusion) {}

    static DecisionContent of(Decision decision, List<KeptFact> facts) {
        List<SetVersion> sets = both(decision.sets(), decision.owners());
        List<Rule> rules = new ArrayList<>();
        List<Fired> firings = new ArrayList<>();
        decision.firings().forEach(each ->
                firings.add(new Fired(place(rules, new Rule(sets.indexOf(each.set()), each.rule())), each.matched())));
        List<Said> said = new ArrayList<>();
        decision.conclusions().forEach(each ->
                said.add(new Said(place(rules, new Rule(sets.indexOf(each.set()), each.rule())), each.conclusion())));
        List<Read> read = decision.parameters().stream().map(each -> read(each, sets)).toList();
        return new DecisionContent(decision.sets(), decision.owners(), decision.day(), decision.calendar(), facts, read, rules,
                firings, said, decision.by(), decision.at());
    }

    private static Read read(Parameter parameter, List<SetVersion> sets) {
        int set = sets.stream().map(SetVersion::set).toList().indexOf(parameter.set());
        return new Read(set, parameter.name(), parameter.value(), parameter.unit(), parameter.from(), parameter.clause());
    }

    private static int place(List<Rule> rules, Rule rule) {
        int known = rules.indexOf(rule);
        if (known < 0) {
            rules.add(rule);
        }
        return known < 0 ? rules.size() - 1 : known;
    }

    private static List<SetVersion> both(List<SetVersion> sets, List<SetVersion> owners) {
        List<SetVersion> both = new ArrayList<>(sets);
        both.addAll(owners);
        return both;
    }

    Decision decision(String id, String order, String point) {
        List<SetVersion> both = both(sets, owners);
        return new Decision(
                id,
                order,
                new ConsultationPoint(point),
                sets,
                owners,
                day,
                calendar,
                parameters.stream()
                        .map(each -> new Parameter(
                                both.get(each.set()).set(), each.name(), each.value(), each.unit(), each.from(), each.clause()))
                        .toList(),
                firings.stream()
                        .map(each -> new Firing(set(both, each.rule()), rules.get(each.rule()).name(), each.matched()))
                        .toList(),
                said.stream()
                        .map(each -> new Concluded(each.conclusion(), set(both, each.rule()), rules.get(each.rule()).name()))
                        .toList(),
                by,
                at);
    }

    private SetVersion set(List<SetVersion> both, int rule) {
        return both.get(rules.get(rule).set());
    }
}
