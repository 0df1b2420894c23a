package dev.kontor.engine.version;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.RuleSets.Approval;
import dev.kontor.engine.set.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where the second person stands before a change: the policy of each set, and who may be that person. Sets about credit,
 * finance and penalties demand one unless it was decided otherwise, all others only where it was decided.
 */
public final class SecondPerson {

    /** The account of the command line, which stands for no second person. */
    static final PersonId OPERATOR = new PersonId("operator");

    private static final List<String> STRICT = List.of("finance", "supervision");
    private static final Pattern PENALTY = Pattern.compile("\\bPenalty\\b");

    private final Accounts accounts;
    private final RuleBook book;
    private final Policies kept;
    private final Function<KeptVersion, RuleSetFiles> files;
    private final Map<String, Policy> policies = new ConcurrentHashMap<>();
    /** By digest, which says it for good. */
    private final Map<String, Boolean> penal = new ConcurrentHashMap<>();

    /** @param files those of a version that may have been read without them */
    SecondPerson(Accounts accounts, RuleBook book, Policies kept, Function<KeptVersion, RuleSetFiles> files) {
        this.accounts = accounts;
        this.book = book;
        this.kept = kept;
        this.files = files;
    }

    void load(Desk desk) {
        desk.read(kept::all).forEach(policy -> policies.put(policy.subject(), policy));
    }

    /** What is decided about a subject, as of the last commit. */
    Optional<Policy> policy(String subject) {
        return Optional.ofNullable(policies.get(subject));
    }

    /** Everything that is decided, as of the last commit. */
    List<Policy> policies() {
        return List.copyOf(policies.values());
    }

    /** People who may activate, the command line not counted. */
    long approvers() {
        return accounts.holders(Role.RULE_ADMINISTRATOR).stream()
                .map(Person::id)
                .filter(id -> !id.equals(OPERATOR) && !id.equals(PersonId.SYSTEM))
                .distinct()
                .count();
    }

    /** Whether this version waits for a second person now. */
    boolean waitsFor(KeptVersion kept) {
        return demandedBy(kept) && approvers() > 1;
    }

    /** Whether the policy demands a second person for this version, be there one or not. */
    boolean demandedBy(KeptVersion kept) {
        return policy(kept.set()).map(Policy::strict)
                .orElseGet(() -> byDefault(kept.set()) || isPenal(kept));
    }

    /** Whether a rule of this version concludes penalties. */
    boolean isPenal(KeptVersion kept) {
        return penal.computeIfAbsent(kept.digest(), digest -> penal(files.apply(kept)));
    }

    Approval of(String set, Optional<KeptVersion> candidate) {
        Optional<Policy> stated = policy(set);
        boolean demanded = stated.map(Policy::strict)
                .orElseGet(() -> byDefault(set) || candidate.isPresent() && demandedBy(candidate.get()));
        return new Approval(demanded, stated.isPresent(), stated.filter(Policy::laxer).map(Policy::by));
    }

    /** By its name, by the point that it is attached to, or by the version that decides. */
    boolean byDefault(String set) {
        String point = set.substring(set.indexOf('/') + 1);
        boolean named = STRICT.stream().anyMatch(strict -> set.startsWith(strict + "/") || point.startsWith(strict + "."));
        return named || Optional.ofNullable(book.deciding().get(set)).filter(deciding -> penal(deciding.files())).isPresent();
    }

    /** A rule that concludes a penalty says so, and so does the case that it must have, in whatever kind of file. */
    private static boolean penal(RuleSetFiles files) {
        return files.files().values().stream()
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .anyMatch(text -> PENALTY.matcher(text).find());
    }
}
