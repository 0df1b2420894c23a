package dev.kontor.kernel.desk;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rules that conclude what a test says. */
final class SetRules implements RuleEngine, RuleSets {

    private final Map<String, List<Conclusion>> conclusions = new HashMap<>();
    final Set<String> needs = new HashSet<>();
    final List<Record> seen = new CopyOnWriteArrayList<>();

    synchronized void at(String point, Conclusion... concluded) {
        conclusions.put(point, List.of(concluded));
    }

    synchronized void forget(String point) {
        conclusions.remove(point);
    }

    @Override
    public synchronized List<SetVersion> active(ConsultationPoint point) {
        if (!conclusions.containsKey(point.value())) {
            throw new CannotDecide("There is no set " + point + ".");
        }
        return List.of(new SetVersion(point.value(), 1, "d".repeat(64)));
    }

    @Override
    public Set<String> needs(List<SetVersion> versions) {
        return Set.copyOf(needs);
    }

    @Override
    public synchronized Answer ask(List<SetVersion> versions, LocalDate day, List<? extends Record> facts) {
        seen.addAll(facts);
        List<Concluded> all = new ArrayList<>();
        for (SetVersion version : versions) {
            conclusions.get(version.set()).stream()
                    .map(each -> new Concluded(each, version, "a rule", "because", "因为"))
                    .forEach(all::add);
        }
        return new Answer(List.of(), List.of(), all);
    }

    @Override
    public List<RuleSet> sets() {
        return List.of();
    }

    @Override
    public synchronized Optional<RuleSet> set(String name) {
        return conclusions.containsKey(name)
                ? Optional.of(new RuleSet(name, Optional.empty(), Optional.empty(), false))
                : Optional.empty();
    }

    @Override
    public List<Version> versions(String set) {
        return List.of();
    }

    @Override
    public Optional<Map<String, String>> files(String set, String digest) {
        return Optional.empty();
    }
}
