package dev.kontor.engine.version;

import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Replays;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.text.Text;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.engine.version.KeptVersion.State;
import dev.kontor.store.Transactions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Changes which version decides, inside a command: rows and journal in its transaction, the swap when it has committed.
 */
public final class RuleOffice {

    /** The account of the command line, which stands for no second person. */
    private static final PersonId OPERATOR = new PersonId("operator");

    private final RuleBook book;
    private final VersionShelf shelf;
    private final Accounts accounts;
    private final Transactions transactions;
    private final VersionList list;
    private final Supplier<Optional<Replays>> replays;

    public RuleOffice(
            RuleBook book, VersionShelf shelf, Accounts accounts,
            Transactions transactions, VersionList list, Supplier<Optional<Replays>> replays) {
        this.book = book;
        this.shelf = shelf;
        this.accounts = accounts;
        this.transactions = transactions;
        this.list = list;
        this.replays = replays;
    }

    /** What became of a candidate. */
    enum Outcome {
        ACTIVE,
        PROPOSED,
        REFUSED
    }

    /** What follows when a candidate passed its check. */
    enum Then {
        /** It decides; nothing was ever active in this company, and what it was delivered with needs no second person. */
        BEGIN,
        /** It decides, or waits for the second person where there is one. */
        ACTIVATE,
        /** It waits until somebody activates or approves it. */
        WAIT
    }

    Outcome take(CompanyFile company, Checked checked, Optional<PersonId> author, String reason, Then then) {
        String set = checked.files().set();
        KeptVersion fresh = shelf.find(set, checked.digest()).orElseGet(() -> new KeptVersion(
                set, checked.digest(), 0, State.PROPOSED, company.now(), author, Optional.empty(), reason, CompiledSet.EDITION,
                checked.files().zip(), new byte[0], List.of()));
        if (checked.compiled().isEmpty()) {
            put(new KeptVersion(set, checked.digest(), fresh.number(), State.REFUSED, company.now(), author, Optional.empty(), reason,
                    CompiledSet.EDITION, fresh.files(), new byte[0], checked.problems()));
            Problem worst = checked.problems().get(0);
            company.note("rules.refused", Text.of("engine.journal-refused", set, fresh.version().shortDigest(),
                    checked.problems().size(), worst.file(), worst.line()), List.of());
            return Outcome.REFUSED;
        }
        KeptVersion kept = new KeptVersion(set, checked.digest(), fresh.number(), State.PROPOSED, company.now(), author, Optional.empty(),
                reason, CompiledSet.EDITION, fresh.files(), checked.compiled().get().bytes(), List.of());
        return propose(company, kept, then);
    }

    /** Activates, or leaves it for the second person where there is one. */
    Outcome propose(CompanyFile company, KeptVersion kept, Then then) {
        if (then == Then.WAIT || then == Then.ACTIVATE && approvers() > 1) {
            put(kept.become(State.PROPOSED, company.now()));
            company.note("rules.proposed", Text.of("engine.journal-proposed", kept.set(), kept.version().shortDigest()), List.of());
            return Outcome.PROPOSED;
        }
        activate(company, kept, State.SUPERSEDED);
        return Outcome.ACTIVE;
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
                next.set(), number, next.version().shortDigest(), next.reason().isEmpty() ? "-" : next.reason()),
                changes(current, next, deciding));
        transactions.afterCommit(() -> book.activate(List.of(deciding)));
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
        replays.get()
                .flatMap(tried -> tried.latest(next.set(), next.digest()))
                .ifPresent(report -> changes.add(new Change("replay", "", report.digest())));
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

    private void put(KeptVersion version) {
        shelf.put(version);
        transactions.afterCommit(() -> list.put(version));
    }

    /** People who may activate, the command line not counted. */
    long approvers() {
        return accounts.holders(Role.RULE_ADMINISTRATOR).stream()
                .map(Person::id)
                .filter(id -> !id.equals(OPERATOR) && !id.equals(PersonId.SYSTEM))
                .distinct()
                .count();
    }

    /** @throws Refused when there is no such version */
    KeptVersion find(String set, String digest) {
        List<KeptVersion> found = list.of(set).stream()
                .filter(version -> !digest.isEmpty() && version.digest().startsWith(digest))
                .toList();
        if (found.size() != 1) {
            throw Refused.because(Refused.Reason.NOT_FOUND, Text.of("engine.no-such-version", set, digest));
        }
        return shelf.find(set, found.get(0).digest())
                .orElseThrow(() -> Refused.because(Refused.Reason.NOT_FOUND, Text.of("engine.no-such-version", set, digest)));
    }

    Optional<KeptVersion> active(String set) {
        return list.of(set).stream()
                .filter(version -> version.state() == State.ACTIVE)
                .findFirst()
                .flatMap(version -> shelf.find(set, version.digest()))
                .filter(version -> version.state() == State.ACTIVE);
    }

    private int highest(String set) {
        return list.of(set).stream().mapToInt(KeptVersion::number).max().orElse(0);
    }

    /** The latest version of a set that came from the folder and that nobody claimed. */
    Optional<KeptVersion> unclaimed(String set) {
        return list.of(set).stream()
                .filter(version -> version.by().isEmpty() && (version.state() == State.ACTIVE || version.state() == State.PROPOSED))
                .findFirst()
                .map(version -> find(set, version.digest()));
    }

    Checked check(RuleSetFiles files) {
        return book.check().check(files);
    }

    List<KeptVersion> of(String set) {
        return list.of(set);
    }
}
