package dev.kontor.kernel.desk;

import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules that conclude what a test says, and read one parameter of another set. */
final class SetRules implements RuleEngine, RuleSets {

    private final Map<String, Function<List<Record>, List<Conclusion>>> conclusions = new HashMap<>();
    private final List<Version> versions = new ArrayList<>();
    private final List<Parameter> limits = new ArrayList<>();
    /** Points whose rules read parameters of each set. */
    final Set<String> readers = new HashSet<>();
    final Set<String> needs = new HashSet<>();
    /** Lines of every set that is asked. */
    final List<Parameter> rates = new CopyOnWriteArrayList<>();
    final List<Record> seen = new CopyOnWriteArrayList<>();
    /** The facts of a case, by what its line says. */
    volatile Function<String, List<Record>> written = line -> List.of();
    /** So many of the first facts each rule matches. */
    volatile int matches = 1;

    SetRules() {
        changeLimit(100);
    }

    synchronized void at(String point, Conclusion... concluded) {
        judging(point, facts -> List.of(concluded));
    }

    /** Concludes from the facts that it is given. */
    synchronized void judging(String point, Function<List<Record>, List<Conclusion>> rules) {
        conclusions.put(point, rules);
    }

    /** Another version of a point's set, which is asked only by its digest. */
    synchronized SetVersion proposed(String point, String digest, Function<List<Record>, List<Conclusion>> rules) {
        SetVersion version = new SetVersion(point, 0, digest);
        conclusions.put(point + "@" + digest, rules);
        versions.add(new Version(version, "proposed", Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), "",
                List.of(), List.of(), List.of()));
        return version;
    }

    /** A new version of the set that owns the parameter; each older one still says what it said. */
    synchronized void changeLimit(long value) {
        limits.add(new Parameter(
                "trade/numbers", "limit", BigDecimal.valueOf(value), "CNY", LocalDate.of(2020, 1, 1), new Clause("4.2")));
    }

    private SetVersion owner() {
        return new SetVersion("trade/numbers", limits.size(), Integer.toHexString(limits.size()).repeat(64));
    }

    synchronized void forget(String point) {
        conclusions.remove(point);
    }

    @Override
    public synchronized List<SetVersion> active(ConsultationPoint point, Set<String> without) {
        if (!conclusions.containsKey(point.value())) {
            throw new CannotDecide("There is no set " + point + ".");
        }
        return List.of(new SetVersion(point.value(), 1, "d".repeat(64)));
    }

    @Override
    public Set<ConsultationPoint> points(String set) {
        return Stream.concat(Stream.of(set), readers.stream()).map(ConsultationPoint::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> needs(List<SetVersion> versions) {
        return Set.copyOf(needs);
    }

    @Override
    public List<Parameter> parameters(List<SetVersion> versions) {
        return List.copyOf(rates);
    }

    @Override
    public synchronized Answer ask(
            List<SetVersion> versions, List<SetVersion> owners, LocalDate day, List<? extends Record> facts, UnaryOperator<Parameter> as) {
        seen.addAll(facts);
        SetVersion owner = owners.stream().findFirst().orElse(owner());
        Parameter limit = as.apply(limits.get(owner.number() - 1));
        List<Record> matched = Stream.concat(facts.stream(), Stream.of(limit)).toList();
        List<Concluded> all = new ArrayList<>();
        List<Firing> firings = new ArrayList<>();
        for (SetVersion version : versions) {
            Function<List<Record>, List<Conclusion>> rules =
                    conclusions.getOrDefault(version.set() + "@" + version.digest(), conclusions.get(version.set()));
            for (Conclusion each : rules.apply(matched)) {
                firings.add(new Firing(version, "a rule", Stream.concat(
                        IntStream.range(0, matches).boxed(), Stream.of(facts.size(), facts.size() + 1 + all.size())).toList()));
                all.add(new Concluded(each, version, "a rule"));
            }
        }
        return new Answer(List.of(owner), List.of(limit), firings, all);
    }

    /** Each line of the file is a case. */
    @Override
    public List<Case> cases(List<SetVersion> versions, String file, String content) {
        return content.lines().filter(line -> !line.isBlank()).map(line -> new Case(line, LocalDate.of(2026, 3, 2), written.apply(line))).toList();
    }

    @Override
    public ReasonWords words(SetVersion version, Reason reason) {
        return new ReasonWords("because", "因为");
    }

    @Override
    public Place place(SetVersion version, String rule) {
        return new Place("a.drl", 1);
    }

    @Override
    public synchronized List<RuleSet> sets() {
        return conclusions.keySet().stream()
                .filter(set -> !set.contains("@"))
                .map(this::set)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public synchronized Optional<RuleSet> set(String name) {
        return conclusions.containsKey(name)
                ? Optional.of(new RuleSet(name, Optional.empty(), Optional.empty(), false, Optional.empty(), new Approval(false, false, Optional.empty())))
                : Optional.empty();
    }

    @Override
    public synchronized List<Version> versions(String set) {
        return versions.stream().filter(version -> version.version().set().equals(set)).toList();
    }

    @Override
    public Optional<Map<String, String>> files(String set, String digest) {
        return Optional.empty();
    }

    @Override
    public byte[] export(String set, String digest, dev.kontor.api.people.Person by) {
        throw new UnsupportedOperationException("nothing is exported here");
    }

    @Override
    public List<Signer> signers() {
        return List.of();
    }

    @Override
    public Version check(String set, Map<String, byte[]> files) {
        throw new UnsupportedOperationException("nothing is checked here");
    }
}
