package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.engine.version.KeptVersion.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What administrators see of rule sets: every version as of the last commit, and what stands in the folder. */
public final class VersionList implements RuleSets {

    private final RuleBook book;
    private final VersionShelf shelf;
    private final Desk desk;
    private final SecondPerson second;
    private final Map<String, List<KeptVersion>> versions = new ConcurrentHashMap<>();
    /** By set: the digest of what stands in the folder. */
    private final Map<String, String> folder = new ConcurrentHashMap<>();
    /** Candidates that wait for facts or for parameters of other sets; not yet refused. */
    private final Map<String, KeptVersion> waiting = new ConcurrentHashMap<>();

    public VersionList(RuleBook book, VersionShelf shelf, Desk desk, SecondPerson second) {
        this.book = book;
        this.shelf = shelf;
        this.desk = desk;
        this.second = second;
    }

    void load(List<KeptVersion> all) {
        second.load(desk);
        all.forEach(this::put);
    }

    void put(KeptVersion version) {
        KeptVersion light = new KeptVersion(version.set(), version.digest(), version.number(), version.state(), version.at(), version.by(),
                version.approvedBy(), version.reason(), version.edition(), new byte[0], new byte[0], version.problems());
        versions.compute(version.set(), (set, known) -> {
            List<KeptVersion> next = new ArrayList<>(known == null ? List.of() : known);
            next.removeIf(other -> other.digest().equals(light.digest()));
            next.add(light);
            next.sort(Comparator.comparing(KeptVersion::at).reversed());
            return Collections.unmodifiableList(next);
        });
        waiting.remove(version.set());
    }

    void waits(KeptVersion candidate) {
        waiting.put(candidate.set(), candidate);
    }

    void inFolder(Map<String, String> digests) {
        folder.keySet().retainAll(digests.keySet());
        folder.putAll(digests);
        waiting.keySet().retainAll(digests.keySet());
    }

    List<KeptVersion> of(String set) {
        return versions.getOrDefault(set, List.of());
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    Map<String, KeptVersion> waiting() {
        return waiting;
    }

    @Override
    public List<RuleSet> sets() {
        TreeSet<String> names = new TreeSet<>(versions.keySet());
        names.addAll(waiting.keySet());
        return names.stream().map(this::ruleSet).toList();
    }

    @Override
    public Optional<RuleSet> set(String name) {
        return versions.containsKey(name) || waiting.containsKey(name) ? Optional.of(ruleSet(name)) : Optional.empty();
    }

    private RuleSet ruleSet(String name) {
        List<KeptVersion> known = of(name);
        Optional<KeptVersion> active = known.stream().filter(version -> version.state() == State.ACTIVE).findFirst();
        Optional<KeptVersion> candidate = Optional.ofNullable(waiting.get(name)).or(() -> known.stream()
                .filter(version -> version.state() == State.REFUSED || version.state() == State.PROPOSED)
                .findFirst()
                .filter(version -> active.isEmpty() || version.at().isAfter(active.get().at()))
                .filter(version -> version.state() == State.PROPOSED || version.by().isPresent()
                        || version.digest().equals(folder.getOrDefault(name, version.digest()))));
        // read once: a set that begins to change leaves this map meanwhile
        Optional<String> inFolder = Optional.ofNullable(folder.get(name));
        boolean differs = inFolder.isPresent() && !active.map(KeptVersion::digest).equals(inFolder);
        return new RuleSet(name, active.map(this::version), candidate.map(this::version), differs,
                second.of(name, candidate));
    }

    private Version version(KeptVersion kept) {
        DecidingSet deciding = book.deciding().get(kept.set());
        boolean decides = deciding != null && deciding.version().digest().equals(kept.digest());
        return new Version(kept.version(), kept.state().word(), kept.at(), kept.by(), kept.approvedBy(), kept.problems(),
                decides ? deciding.parameters().all() : List.of());
    }

    @Override
    public List<Version> versions(String set) {
        return of(set).stream().map(this::version).toList();
    }

    @Override
    public Optional<Map<String, String>> files(String set, String digest) {
        return Optional.ofNullable(waiting.get(set))
                .filter(candidate -> candidate.digest().equals(digest))
                .or(() -> desk.read(() -> shelf.find(set, digest)))
                .map(kept -> new TreeMap<>(kept.ruleSet().texts()));
    }

}
