package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.run.Evaluation;
import dev.kontor.engine.run.LinkedSet;
import dev.kontor.engine.set.ParameterTable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Asks rules by one immutable map of the versions that decide. Thread-safe; no question waits for an activation.
 */
public final class RuleBook implements RuleEngine {

    /** Versions that no longer are active but still judge: rounds that began with them, decisions executed again. */
    private static final int OLDER = 8;

    private final FactTypes facts;
    private final VersionShelf shelf;
    private final Desk desk;
    private final RuleSetCheck check;
    private final AutoCloseable watch;
    private final AtomicReference<Map<String, DecidingSet>> active = new AtomicReference<>(Map.of());
    private final Map<String, DecidingSet> older = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DecidingSet> eldest) {
            return size() > OLDER;
        }
    };
    private volatile boolean loaded;

    RuleBook(FactTypes facts, FactWatch watched, VersionShelf shelf, Desk desk) {
        this.facts = facts;
        this.shelf = shelf;
        this.desk = desk;
        this.check = new RuleSetCheck(facts, this::parameters);
        this.watch = watched.onChange(this::relink);
    }

    void close() throws Exception {
        watch.close();
    }

    RuleSetCheck check() {
        return check;
    }

    FactTypes facts() {
        return facts;
    }

    /**
     * Puts versions in their places, all at once; from now on every question is asked of them. They are linked here once
     * more: facts that came while they were made ready told only those that were in their places already.
     */
    void activate(List<DecidingSet> sets) {
        change(now -> {
            sets.forEach(set -> Optional.ofNullable(now.put(set.version().set(), set.linked(facts))).ifPresent(this::keep));
            return now;
        });
    }

    void loaded() {
        loaded = true;
    }

    private void relink() {
        change(now -> {
            now.replaceAll((name, set) -> set.linked(facts));
            return now;
        });
        synchronized (older) {
            older.replaceAll((name, set) -> set.linked(facts));
        }
    }

    private synchronized void change(UnaryOperator<Map<String, DecidingSet>> how) {
        active.set(Collections.unmodifiableMap(how.apply(new TreeMap<>(active.get()))));
    }

    Map<String, DecidingSet> deciding() {
        return active.get();
    }

    private ParameterTable parameters(String set) {
        DecidingSet owner = active.get().get(set);
        return owner == null ? ParameterTable.EMPTY : owner.parameters();
    }

    @Override
    public List<SetVersion> active(ConsultationPoint point) {
        if (!loaded) {
            throw new CannotDecide("The rule sets are being loaded.");
        }
        Map<String, DecidingSet> now = active.get();
        DecidingSet own = now.get(point.value());
        if (own == null) {
            throw new CannotDecide("The rule set %s has no version that can decide.".formatted(point));
        }
        List<DecidingSet> asked = new ArrayList<>(List.of(own));
        String attached = "/" + point.value().replace('/', '.');
        now.forEach((name, set) -> {
            if (name.endsWith(attached)) {
                asked.add(set);
            }
        });
        asked.forEach(RuleBook::linked);
        return asked.stream().map(DecidingSet::version).toList();
    }

    private static LinkedSet linked(DecidingSet set) {
        return set.linked().orElseThrow(() ->
                new CannotDecide("The rule set %s needs facts that nobody offers now: %s.".formatted(set.version().set(), set.why())));
    }

    @Override
    public Set<String> needs(List<SetVersion> versions) {
        Map<String, DecidingSet> now = active.get();
        Set<String> needs = new LinkedHashSet<>();
        versions.forEach(version -> needs.addAll(find(version, now).compiled().needs()));
        return needs;
    }

    @Override
    public Answer ask(List<SetVersion> versions, LocalDate day, List<? extends Record> given) {
        Map<String, DecidingSet> now = active.get();
        Set<Parameter> parameters = new LinkedHashSet<>();
        List<Firing> firings = new ArrayList<>();
        List<Concluded> conclusions = new ArrayList<>();
        for (SetVersion version : versions) {
            DecidingSet set = find(version, now);
            List<Parameter> seen = RuleSetCheck.parameters(set.compiled(), version.set(), set.parameters(), name -> owner(name, now), day);
            List<Record> all = new ArrayList<>(given);
            all.addAll(seen);
            Evaluation.Said said = new Evaluation(linked(set), version, set.texts()).ask(all);
            parameters.addAll(seen);
            firings.addAll(said.firings());
            conclusions.addAll(said.conclusions());
        }
        return new Answer(List.copyOf(parameters), firings, conclusions);
    }

    private static ParameterTable owner(String name, Map<String, DecidingSet> now) {
        DecidingSet owner = now.get(name);
        if (owner == null) {
            throw new CannotDecide("The rule set %s, whose parameters are read, has no version.".formatted(name));
        }
        return owner.parameters();
    }

    private DecidingSet find(SetVersion version, Map<String, DecidingSet> now) {
        DecidingSet current = now.get(version.set());
        if (current != null && current.version().digest().equals(version.digest())) {
            return current;
        }
        synchronized (older) {
            DecidingSet known = older.get(key(version));
            if (known != null) {
                return known;
            }
        }
        DecidingSet restored = restored(version);
        keep(restored);
        return restored;
    }

    /** Who has just been told to ask it still may. */
    private void keep(DecidingSet set) {
        synchronized (older) {
            older.put(key(set.version()), set);
        }
    }

    private static String key(SetVersion version) {
        return version.set() + "@" + version.digest();
    }

    private DecidingSet restored(SetVersion version) {
        Optional<KeptVersion> kept = desk.read(() -> shelf.find(version.set(), version.digest())).filter(row -> row.number() > 0);
        try {
            return DecidingSet.of(
                    kept.orElseThrow(() -> new CannotDecide("There is no version %s of %s.".formatted(version.digest(), version.set()))),
                    facts, check);
        } catch (IOException unusable) {
            throw new CannotDecide("The version %s of %s cannot be used.".formatted(version.digest(), version.set()), unusable);
        }
    }
}
