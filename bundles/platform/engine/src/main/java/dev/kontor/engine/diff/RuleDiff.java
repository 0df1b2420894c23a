package dev.kontor.engine.diff;

import dev.kontor.api.text.Text;
import dev.kontor.engine.compile.RuleMeaning;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules that came, went, got another name, or say something else; where and how they are written says nothing. */
final class RuleDiff {

    private final Map<String, RuleMeaning> before;
    private final Map<String, RuleMeaning> after;
    private final ReasonTexts then;
    private final ReasonTexts now;
    private final boolean chinese;

    RuleDiff(RuleSetFiles before, RuleSetFiles after, ReasonTexts then, ReasonTexts now, boolean chinese) {
        this.before = RuleMeaning.of(before);
        this.after = RuleMeaning.of(after);
        this.then = then;
        this.now = now;
        this.chinese = chinese;
    }

    /** Names of rules that only one of the two has. */
    Set<String> comeAndGone() {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> before.containsKey(name) && after.containsKey(name));
        return names;
    }

    List<Text> sentences() {
        List<Text> sentences = new ArrayList<>();
        Map<String, RuleMeaning> gone = new LinkedHashMap<>(before);
        gone.keySet().removeAll(after.keySet());
        after.forEach((name, rule) -> {
            if (before.containsKey(name)) {
                changed(before.get(name), rule).ifPresent(sentences::add);
            } else {
                Optional<RuleMeaning> same = gone.values().stream().filter(old -> old.waitsLike(rule) && old.concludesLike(rule)).findFirst();
                sentences.add(same.map(old -> renamed(old, rule)).orElseGet(() -> fresh(rule)));
                same.ifPresent(old -> gone.remove(old.name()));
            }
        });
        gone.keySet().forEach(name -> sentences.add(Text.of("engine.diff.rule-gone", then.rule(name, chinese))));
        return sentences;
    }

    private Text renamed(RuleMeaning old, RuleMeaning rule) {
        return Text.of("engine.diff.rule-renamed", then.rule(old.name(), chinese), now.rule(rule.name(), chinese));
    }

    private Text fresh(RuleMeaning rule) {
        Text kinds = rule.kinds().stream()
                .map(kind -> Text.of("engine.kind-" + kind.toLowerCase(Locale.ROOT)))
                .reduce((one, other) -> Text.of("engine.diff.and", one, other))
                .orElse(Text.plain("–"));
        String clauses = rule.clauses().isEmpty() ? "–" : String.join(", ", rule.clauses());
        return Text.of("engine.diff.rule-new", now.rule(rule.name(), chinese), String.join(", ", rule.facts()), kinds, clauses);
    }

    private Optional<Text> changed(RuleMeaning old, RuleMeaning rule) {
        boolean condition = !old.waitsLike(rule);
        boolean conclusion = !old.concludesLike(rule);
        String name = now.rule(rule.name(), chinese);
        if (!condition && !conclusion) {
            return Optional.empty();
        }
        if (!old.clauses().equals(rule.clauses())) {
            return Optional.of(Text.of(condition ? "engine.diff.rule-all" : "engine.diff.rule-clause",
                    name, String.join(", ", old.clauses()), String.join(", ", rule.clauses())));
        }
        return Optional.of(Text.of(
                condition && conclusion ? "engine.diff.rule-both" : condition ? "engine.diff.rule-condition" : "engine.diff.rule-conclusion", name));
    }
}
