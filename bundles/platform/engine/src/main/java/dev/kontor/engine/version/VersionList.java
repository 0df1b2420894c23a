package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.people.Person;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.time.Clock;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.parcel.ParcelKey;
import dev.kontor.engine.set.FolderFiles;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.engine.version.KeptVersion.State;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What administrators see of rule sets: every version as of the last commit, and what stands in the folder. */
public final class VersionList implements RuleSets {

    private final RuleBook book;
    private final VersionShelf shelf;
    private final Desk desk;
    private final Clock clock;
    private final ParcelKey key;
    private final SecondPerson second;
    private final VersionSteps steps;
    private final Map<String, List<KeptVersion>> versions = new ConcurrentHashMap<>();
    /** By set: the digest of what stands in the folder. */
    private final Map<String, String> folder = new ConcurrentHashMap<>();
    private volatile Map<String, Problem> troubles = Map.of();
    /** Candidates that wait for facts or for parameters of other sets; not yet refused. */
    private final Map<String, KeptVersion> waiting = new ConcurrentHashMap<>();

    public VersionList(RuleBook book, VersionShelf shelf, Desk desk, Clock clock, ParcelKey key, SecondPerson second, VersionSteps steps) {
        this.book = book;
        this.shelf = shelf;
        this.desk = desk;
        this.clock = clock;
        this.key = key;
        this.second = second;
        this.steps = steps;
    }

    /** @param changed since this was called last, or all */
    void load(List<KeptVersion> changed) {
        second.load(desk);
        changed.stream()
                .map(KeptVersion::light)
                .collect(Collectors.groupingBy(KeptVersion::set, Collectors.toUnmodifiableList()))
                .forEach((set, rows) -> versions.put(set, latestFirst(of(set), rows)));
        waiting.keySet().removeAll(versions.keySet()); // what they wait for may have come
    }

    private static List<KeptVersion> latestFirst(List<KeptVersion> known, List<KeptVersion> changed) {
        Map<String, KeptVersion> byDigest = new HashMap<>();
        known.forEach(version -> byDigest.put(version.digest(), version));
        changed.forEach(version -> byDigest.put(version.digest(), version));
        return byDigest.values().stream()
                .sorted(Comparator.comparing(KeptVersion::at).reversed().thenComparing(KeptVersion::digest))
                .toList();
    }

    void waits(KeptVersion candidate) {
        waiting.put(candidate.set(), candidate);
    }

    /** @param hindrances by set: what keeps its folder from being read */
    void inFolder(Map<String, String> digests, Map<String, Problem> hindrances) {
        troubles = Map.copyOf(hindrances);
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
        book.catchUp();
        TreeSet<String> names = new TreeSet<>(versions.keySet());
        names.addAll(waiting.keySet());
        names.addAll(troubles.keySet());
        return names.stream().map(this::ruleSet).toList();
    }

    @Override
    public Optional<RuleSet> set(String name) {
        book.catchUp();
        return versions.containsKey(name) || waiting.containsKey(name) || troubles.containsKey(name) ? Optional.of(ruleSet(name)) : Optional.empty();
    }

    private Optional<KeptVersion> active(String set) {
        return of(set).stream().filter(version -> version.state() == State.ACTIVE).findFirst();
    }

    /** What is to begin on that day or was before it, in the order of the days; without what was overtaken. */
    List<KeptVersion> due(LocalDate today) {
        return versions.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.state() == State.SCHEDULED && version.from().filter(day -> !day.isAfter(today)).isPresent())
                .filter(version -> !overtaken(version, active(version.set())))
                .sorted(Comparator.comparing((KeptVersion version) -> version.from().orElseThrow()).thenComparing(KeptVersion::at))
                .toList();
    }

    /** Whether another version of the set was activated after this one was given its day. */
    static boolean overtaken(KeptVersion scheduled, Optional<KeptVersion> active) {
        return active.filter(now -> now.at().isAfter(scheduled.at())).isPresent();
    }

    private RuleSet ruleSet(String name) {
        List<KeptVersion> known = of(name);
        Optional<KeptVersion> active = active(name);
        Optional<KeptVersion> candidate = Optional.ofNullable(waiting.get(name)).or(() -> known.stream()
                .filter(version -> version.state() == State.REFUSED || version.state() == State.PROPOSED || version.state() == State.SCHEDULED)
                .findFirst()
                .filter(version -> active.isEmpty() || version.state() == State.SCHEDULED || version.at().isAfter(active.get().at()))
                .filter(version -> version.state() != State.REFUSED || version.by().isPresent()
                        || version.digest().equals(folder.getOrDefault(name, version.digest()))));
        // read once: a set that begins to change leaves this map meanwhile
        Optional<String> inFolder = Optional.ofNullable(folder.get(name));
        boolean differs = inFolder.isPresent() && !active.map(KeptVersion::digest).equals(inFolder);
        return new RuleSet(name, active.map(this::version), candidate.map(this::version), differs,
                Optional.ofNullable(troubles.get(name)), second.of(name, candidate));
    }

    private Version version(KeptVersion kept) {
        DecidingSet deciding = book.deciding().get(kept.set());
        boolean decides = deciding != null && deciding.version().digest().equals(kept.digest());
        boolean waits = Optional.ofNullable(waiting.get(kept.set())).filter(candidate -> candidate.digest().equals(kept.digest())).isPresent();
        return new Version(kept.version(), kept.state().word(), kept.at(), kept.by(), kept.approvedBy(), kept.from(), kept.origin(),
                kept.problems(), decides ? deciding.parameters().all() : List.of(), steps.of(kept, active(kept.set()), waits));
    }

    @Override
    public Version check(String set, Map<String, byte[]> files) {
        TreeMap<String, byte[]> own = new TreeMap<>(files);
        own.keySet().removeIf(name -> FolderFiles.isAside(name) || name.equals(RuleSetFiles.DIGESTS));
        Checked checked = book.check().check(new RuleSetFiles(set, own));
        KeptVersion tried = KeptVersion.candidate(checked, clock.now(), Optional.empty(), "", "");
        Version version = version(tried);
        return new Version(version.version(), tried.state() == State.REFUSED ? version.state() : "checked", version.at(), version.by(),
                version.approvedBy(), version.from(), version.origin(), version.problems(), version.parameters(), version.steps());
    }

    @Override
    public byte[] export(String set, String digest, Person by) {
        return NoteExport.export(desk, shelf, key, clock.now(), by, set, digest);
    }

    @Override
    public List<Signer> signers() {
        book.catchUp();
        return TrustSigner.signers(second.policies());
    }

    @Override
    public List<Version> versions(String set) {
        book.catchUp();
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
