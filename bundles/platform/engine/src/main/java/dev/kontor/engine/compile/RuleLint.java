package dev.kontor.engine.compile;

import dev.kontor.engine.compile.DrlWords.Word;
import dev.kontor.engine.compile.RuleWords.Waiting;
import dev.kontor.engine.set.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What compiles and is a mistake all the same: a rule that says what another says, one that can never fire, one that may set
 * itself off again, one whose conclusion names no clause.
 */
final class RuleLint {

    private final Problems problems;
    private final Map<String, RuleWords> said = new HashMap<>();
    private final Map<RuleWords, List<Concluding>> concludes = new LinkedHashMap<>();
    /** The conclusions that a rule waits for. */
    private final Map<RuleWords, List<Waiting>> waits = new LinkedHashMap<>();

    RuleLint(Problems problems) {
        this.problems = problems;
    }

    void read(RuleWords rule) {
        RuleWords same = said.putIfAbsent(meaning(rule), rule);
        if (same != null) {
            at(rule, rule.at(), "engine.rule-repeats", rule.name(), same.name(), same.file(), same.at().line());
        }
        concludes.put(rule, Concluding.of(rule, problems));
        List<Waiting> all = rule.waiting();
        all.forEach(fact -> never(rule, fact));
        List<Waiting> conclusions = all.stream().filter(fact -> !kinds(fact).isEmpty()).toList();
        if (!conclusions.isEmpty()) {
            waits.put(rule, conclusions);
        }
    }

    /** To be called when every rule of the set is read. */
    void finish() {
        waits.forEach((rule, facts) -> {
            Set<RuleWords> follow = follow(rule);
            if (follow.contains(rule)) {
                at(rule, facts.get(0).at(), "engine.rule-refires", rule.name(), follow.stream()
                        .filter(each -> follow(each).contains(rule))
                        .map(each -> '"' + each.name() + '"')
                        .sorted()
                        .collect(Collectors.joining(", ")));
            }
        });
    }

    /** The rules that this one may set off, and they in turn. */
    private Set<RuleWords> follow(RuleWords rule) {
        Deque<RuleWords> next = new ArrayDeque<>(List.of(rule));
        Set<RuleWords> seen = new LinkedHashSet<>();
        while (!next.isEmpty()) {
            setOff(next.pop()).stream().filter(seen::add).forEach(next::push);
        }
        return seen;
    }

    private List<RuleWords> setOff(RuleWords rule) {
        List<RuleWords> rules = new ArrayList<>();
        waits.forEach((other, facts) -> {
            if (concludes.get(rule).stream().anyMatch(made -> facts.stream().anyMatch(fact -> fits(made, fact)))) {
                rules.add(other);
            }
        });
        return rules;
    }

    private static boolean fits(Concluding made, Waiting fact) {
        return kinds(fact).contains(made.kind()) && fact.constraints().stream()
                .flatMap(constraint -> Comparison.of(constraint).stream())
                .noneMatch(wanted -> wanted.literal() && made.known().containsKey(wanted.left())
                        && wanted.excludes(new Comparison(wanted.left(), Comparison.EQUAL, made.known().get(wanted.left()), true)));
    }

    /** The kinds of conclusions that a fact may be; none for other facts. */
    private static Set<String> kinds(Waiting fact) {
        String type = fact.type().substring(fact.type().lastIndexOf('.') + 1);
        if (type.equals("Conclusion")) {
            return Concluding.FIELDS.keySet();
        }
        return Concluding.FIELDS.containsKey(type) ? Set.of(type) : Set.of();
    }

    private void never(RuleWords rule, Waiting fact) {
        List<Comparison> all = fact.constraints().stream().flatMap(constraint -> Comparison.of(constraint).stream()).toList();
        for (int i = 0; i < all.size(); i++) {
            Comparison one = all.get(i);
            if (one.never() || all.subList(0, i).stream().anyMatch(one::excludes)) {
                at(rule, fact.at(), "engine.condition-never", rule.name(), fact.type(), one.left());
                return;
            }
        }
    }

    /** The rule without its name, its variables numbered. */
    private static String meaning(RuleWords rule) {
        List<Word> words = new ArrayList<>(rule.conditions());
        words.addAll(rule.consequence());
        return RuleMeaning.said(words, new HashMap<>());
    }

    private void at(RuleWords rule, Word place, String key, Object... arguments) {
        problems.at(rule.file(), place.line(), place.column(), key, arguments);
    }
}
