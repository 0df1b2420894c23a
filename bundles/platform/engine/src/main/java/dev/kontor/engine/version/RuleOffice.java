package dev.kontor.engine.version;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.text.Text;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.engine.version.KeptVersion.State;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Changes which version decides, inside a command: rows and journal in its transaction, the swap when it has
 * committed, as on every other node: by reading what the store says then.
 */
public final class RuleOffice {

    private final RuleBook book;
    private final VersionShelf shelf;
    private final SecondPerson second;
    private final Epoch epoch;
    private final VersionList list;
    private final Trial trial;

    public RuleOffice(
            RuleBook book, VersionShelf shelf, SecondPerson second, Epoch epoch,
            VersionList list, Trial trial) {
        this.book = book;
        this.shelf = shelf;
        this.second = second;
        this.epoch = epoch;
        this.list = list;
        this.trial = trial;
    }

    /** What became of a candidate. */
    enum Outcome {
        ACTIVE,
        /** It waits for its day. */
        SCHEDULED,
        PROPOSED,
        REFUSED
    }

    /** What follows when a candidate passed its check. */
    enum Then {
        /** It decides: what a company was delivered with needs no second person. */
        BEGIN,
        /** It decides, or waits for the second person where there is one. */
        ACTIVATE,
        /** It waits until somebody activates or approves it. */
        WAIT
    }

    /** @param origin where it was exported; empty for what was not imported */
    Outcome take(CompanyFile company, Checked checked, Optional<PersonId> author, String reason, String origin, Then then) {
        KeptVersion kept = KeptVersion.candidate(checked, company.now(), author, reason, origin)
                .numbered(shelf.find(checked.files().set(), checked.digest()).map(KeptVersion::number).orElse(0));
        return kept.state() == State.REFUSED ? refuse(company, kept) : propose(company, kept, then);
    }

    /** Keeps it with its problems. */
    Outcome refuse(CompanyFile company, KeptVersion kept) {
        put(kept.become(State.REFUSED, company.now()));
        Problem worst = kept.problems().get(0);
        company.note("rules.refused", Text.of("engine.journal-refused", kept.set(), kept.version().shortDigest(),
                kept.problems().size(), worst.file(), worst.line()), List.of());
        return Outcome.REFUSED;
    }

    /** Activates, or leaves it for the second person where there is one, or until it was tried where it has to be. */
    Outcome propose(CompanyFile company, KeptVersion kept, Then then) {
        if (then == Then.WAIT || then == Then.ACTIVATE && (second.waitsFor(kept) || trial.isOwed(kept, company.today()))) {
            put(kept.become(State.PROPOSED, company.now()));
            company.note("rules.proposed", Text.of("engine.journal-proposed", kept.set(), kept.version().shortDigest()), List.of());
            return Outcome.PROPOSED;
        }
        return begin(company, kept);
    }

    /** Lets it decide from now on, or from its day. */
    Outcome begin(CompanyFile company, KeptVersion kept) {
        Optional<LocalDate> ahead = kept.from().filter(day -> day.isAfter(company.today()));
        if (ahead.isEmpty()) {
            activate(company, kept, State.SUPERSEDED);
            return Outcome.ACTIVE;
        }
        put(kept.become(State.SCHEDULED, company.now()));
        company.note("rules.scheduled", Text.of("engine.journal-scheduled", kept.set(), kept.version().shortDigest(), ahead.get(), said(kept.reason())),
                List.of(new Change("digest", "", kept.digest())));
        return Outcome.SCHEDULED;
    }

    /** Takes a proposal, or its day, back. */
    void withdraw(CompanyFile company, KeptVersion kept, String reason) {
        put(kept.from(Optional.empty()).become(State.WITHDRAWN, company.now()));
        company.note("rules.withdrawn", Text.of("engine.journal-withdrawn", kept.set(), kept.version().shortDigest(), said(reason)), List.of());
    }

    private static String said(String reason) {
        return reason.isEmpty() ? "-" : reason;
    }

    /** @param before what becomes of the version that was active */
    void activate(CompanyFile company, KeptVersion candidate, State before) {
        Optional<KeptVersion> current = active(candidate.set());
        int number = candidate.number() > 0 ? candidate.number() : highest(candidate.set()) + 1;
        KeptVersion next = candidate.numbered(number).become(State.ACTIVE, company.now());
        DecidingSet deciding = deciding(next);
        current.filter(now -> !now.digest().equals(next.digest())).ifPresent(now -> put(now.become(before, company.now())));
        put(next);
        shelf.begun(Activation.of(next));
        company.note("rules.activated", Text.of(next.approvedBy().isPresent() ? "engine.journal-activated-by-two" : "engine.journal-activated",
                next.set(), number, next.version().shortDigest(), said(next.reason())),
                changes(current, next, deciding));
        book.ready(deciding);
    }

    private DecidingSet deciding(KeptVersion kept) {
        try {
            return DecidingSet.of(kept, book.check());
        } catch (IOException unusable) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.not-usable", kept.set(), kept.version().shortDigest()));
        }
    }

    private List<Change> changes(Optional<KeptVersion> before, KeptVersion next, DecidingSet deciding) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("digest", before.map(KeptVersion::digest).orElse(""), next.digest()));
        trial.latest(next).ifPresent(report -> changes.add(new Change("replay", "", report.digest())));
        Map<String, String> old = Optional.ofNullable(book.deciding().get(next.set()))
                .map(set -> words(set.parameters().all()))
                .orElse(Map.of());
        Map<String, String> now = words(deciding.parameters().all());
        TreeMap<String, String> names = new TreeMap<>(old);
        names.putAll(now);
        names.keySet().stream()
                .filter(name -> !old.getOrDefault(name, "").equals(now.getOrDefault(name, "")))
                .limit(50)
                .forEach(name -> changes.add(new Change(name, old.getOrDefault(name, ""), now.getOrDefault(name, ""))));
        return changes;
    }

    private static Map<String, String> words(List<Parameter> parameters) {
        return parameters.stream().collect(Collectors.toMap(
                row -> row.name() + " " + row.from(), row -> row.value().toPlainString() + " " + row.unit(), (one, other) -> one, TreeMap::new));
    }

    void claim(CompanyFile company, KeptVersion kept, String reason) {
        put(kept.signed(Optional.of(company.actor().id()), kept.approvedBy(), reason.isEmpty() ? kept.reason() : reason));
        company.note("rules.claimed", Text.of("engine.journal-claimed", kept.set(), kept.version().shortDigest()), List.of());
    }

    /** As of this transaction, whichever node changed it last. */
    List<KeptVersion> of(String set) {
        epoch.join();
        return list.of(set);
    }

    private void put(KeptVersion version) {
        epoch.change();
        shelf.put(version);
    }

    /** @throws Refused while it costs people points and was not tried on a quarter's decisions */
    void demandTried(CompanyFile company, KeptVersion kept) {
        if (trial.isOwed(kept, company.today())) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.needs-trial", kept.set(), company.today().minusMonths(Trial.MONTHS)));
        }
    }

    /** Whether the second person has to let it decide. */
    boolean waitsForSecond(KeptVersion kept) {
        return second.waitsFor(kept);
    }

    /** @throws Refused when there is no such version */
    KeptVersion find(String set, String digest) {
        List<KeptVersion> found = of(set).stream()
                .filter(version -> !digest.isEmpty() && version.digest().startsWith(digest))
                .toList();
        if (found.size() != 1) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("engine.no-such-version", set, digest));
        }
        return shelf.find(set, found.get(0).digest())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("engine.no-such-version", set, digest)));
    }

    /** @throws Refused when a version with these very files is kept already */
    void mustBeNew(String set, String digest) {
        if (of(set).stream().anyMatch(version -> version.digest().equals(digest))) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("engine.known-already", set));
        }
    }

    Optional<KeptVersion> active(String set) {
        return of(set).stream()
                .filter(version -> version.state() == State.ACTIVE)
                .findFirst()
                .flatMap(version -> shelf.find(set, version.digest()))
                .filter(version -> version.state() == State.ACTIVE);
    }

    private int highest(String set) {
        return of(set).stream().mapToInt(KeptVersion::number).max().orElse(0);
    }

    /** The latest version of a set that came from the folder and that nobody claimed. */
    Optional<KeptVersion> unclaimed(String set) {
        return of(set).stream()
                .filter(version -> version.by().isEmpty() && (version.state() == State.ACTIVE || version.state() == State.PROPOSED))
                .findFirst()
                .map(version -> find(set, version.digest()));
    }

    Checked check(RuleSetFiles files) {
        return book.check().check(files);
    }
}
