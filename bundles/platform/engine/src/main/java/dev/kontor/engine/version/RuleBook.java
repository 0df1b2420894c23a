package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleTables;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.cases.CaseFile;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.RuleTypes;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.run.Evaluation;
import dev.kontor.engine.run.LinkedSet;
import dev.kontor.engine.set.ParameterTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Asks rules by one immutable map of the versions that decide. Thread-safe; no question waits for an activation.
 */
public final class RuleBook implements RuleEngine {

    private final RuleSetCheck check;
    private final AutoCloseable watch;
    private final AtomicReference<Map<String, DecidingSet>> active = new AtomicReference<>(Map.of());
    private final OlderVersions older;
    private final Epoch epoch;

    RuleBook(FactTypes facts, FactWatch watched, Supplier<Optional<RuleTables>> tables, ShippedSets shipped,
            VersionShelf shelf, Desk desk, Epoch epoch) {
        this.epoch = epoch;
        this.check = new RuleSetCheck(facts, this::parameters, this::reads, tables, shipped);
        this.older = new OlderVersions(shelf, desk, check);
        this.watch = watched.onChange(this::relink);
    }

    void close() throws Exception {
        watch.close();
    }

    RuleSetCheck check() {
        return check;
    }

    /**
     * Puts versions in their places, all at once; from now on every question is asked of them. They are linked here once
     * more: facts that came while they were made ready told only those that were in their places already.
     */
    void activate(List<DecidingSet> sets) {
        change(now -> {
            sets.forEach(set -> Optional.ofNullable(now.put(set.version().set(), set.linked(check))).ifPresent(older::keep));
            return now;
        });
    }

    /** Keeps what a command made ready, so that it need not be made again once the command has been kept. */
    void ready(DecidingSet set) {
        older.keep(set);
    }

    /** Linked already, and exactly this version: the number counts as well. */
    Optional<DecidingSet> made(SetVersion version) {
        return older.known(version);
    }

    /** To what the store says now, whichever node changed it. */
    void catchUp() {
        epoch.join();
    }

    private void relink() {
        change(now -> {
            now.replaceAll((name, set) -> set.linked(check));
            return now;
        });
        older.relink();
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

    private boolean reads(String parameter) {
        return active.get().values().stream().anyMatch(set -> set.compiled().parameters().contains(parameter));
    }

    @Override
    public List<SetVersion> active(ConsultationPoint point, Set<String> without) {
        epoch.join();
        Map<String, DecidingSet> now = active.get();
        DecidingSet own = now.get(point.value());
        if (own == null) {
            throw new CannotDecide("The rule set %s has no version that can decide.".formatted(point));
        }
        List<DecidingSet> asked = new ArrayList<>(List.of(own));
        String attached = "/" + point.value().replace('/', '.');
        now.forEach((name, set) -> {
            if (name.endsWith(attached) && !without.contains(name.substring(0, name.indexOf('/')))) {
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
    public Set<ConsultationPoint> points(String set) {
        Set<ConsultationPoint> points = new LinkedHashSet<>(Set.of(point(set)));
        active.get().forEach((name, deciding) -> {
            if (deciding.compiled().parameters().stream().anyMatch(read -> read.startsWith(set + "#"))) {
                points.add(point(name));
            }
        });
        return points;
    }

    private static ConsultationPoint point(String set) {
        String last = set.substring(set.indexOf('/') + 1);
        return new ConsultationPoint(last.contains(".") ? last.replace('.', '/') : set);
    }

    @Override
    public Set<String> needs(List<SetVersion> versions) {
        Map<String, DecidingSet> now = active.get();
        Set<String> needs = new LinkedHashSet<>();
        versions.forEach(version -> needs.addAll(find(version, now).compiled().needs()));
        return needs;
    }

    @Override
    public List<Parameter> parameters(List<SetVersion> versions) {
        Map<String, DecidingSet> now = active.get();
        return versions.stream().flatMap(version -> find(version, now).parameters().all().stream()).toList();
    }

    @Override
    public Answer ask(
            List<SetVersion> versions, List<SetVersion> owners, LocalDate day, List<? extends Record> given, UnaryOperator<Parameter> as) {
        epoch.join();
        Map<String, DecidingSet> now = active.get();
        List<DecidingSet> asked = versions.stream().map(version -> find(version, now)).toList();
        ParameterOwners others = new ParameterOwners(asked, name -> owners.stream()
                .filter(owner -> owner.set().equals(name))
                .findFirst()
                .map(owner -> find(owner, now))
                .or(() -> Optional.ofNullable(now.get(name))));
        Evaluation evaluation = new Evaluation(given);
        for (DecidingSet set : asked) {
            LinkedSet rules = linked(set);
            List<Parameter> seen = rules.parameters(set.version().set(), set.parameters(), others::of, day);
            evaluation.ask(rules, set.version(), seen.stream().map(as).toList());
        }
        return evaluation.answer(others.read());
    }

    @Override
    public List<Case> cases(List<SetVersion> versions, String file, String content) {
        return CaseFile.read(file, content, RuleTypes.of(check.facts(), needs(versions)));
    }

    @Override
    public ReasonWords words(SetVersion version, Reason reason) {
        return told(version).texts().say(reason).orElseThrow(() ->
                new CannotDecide("%s has no words for the reason %s.".formatted(version.set(), reason.key())));
    }

    @Override
    public Place place(SetVersion version, String rule) {
        CompiledSet.Place place = told(version).compiled().rules().getOrDefault(rule, new CompiledSet.Place("", 0));
        return new Place(place.file(), place.line());
    }

    private DecidingSet find(SetVersion version, Map<String, DecidingSet> now) {
        return current(version, now).orElseGet(() -> older.find(version));
    }

    private static Optional<DecidingSet> current(SetVersion version, Map<String, DecidingSet> now) {
        return Optional.ofNullable(now.get(version.set()))
                .filter(set -> set.version().digest().equals(version.digest()));
    }

    private OlderVersions.Told told(SetVersion version) {
        return current(version, active.get()).map(OlderVersions.Told::of).orElseGet(() -> older.told(version));
    }
}
