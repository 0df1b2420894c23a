package dev.kontor.api.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who may come in. Passwords are kept as Argon2id hashes, session and API tokens as digests only.
 *
 * <p>Changing accounts, roles and delegations are commands; this service reads and signs in.
 */
@ProviderType
public interface Accounts {

    /** What a try to sign in came to. {@code Throttled} says how long to wait; neither tells whether the name exists. */
    sealed interface SignIn {
        record Welcome(Session session) implements SignIn {}

        record Refused() implements SignIn {}

        record Throttled(Duration pause) implements SignIn {}
    }

    /**
     * A signed-in browser.
     *
     * @param token what the cookie carries
     * @param csrf what every form carries
     * @param oneTime the password must be changed before anything else
     */
    record Session(String token, String csrf, Person person, boolean oneTime) {}

    /** An account as administrators see it. */
    record Account(PersonId id, String name, Set<Role> roles, boolean enabled, Instant since, long version) {}

    /** One person's work done by another for a time. The days are inclusive. */
    record Delegation(PersonId from, PersonId to, Role role, LocalDate first, LocalDate last) {}

    /** A grant of a role that passes gates, waiting for a second security administrator. */
    record Grant(String id, PersonId to, Role role, PersonId by, Instant at) {}

    /** An API token, without what its holder carries. */
    record Token(String id, PersonId holder, String name, Set<Role> roles, Instant issuedAt, Instant endsAt) {}

    SignIn signIn(String name, String password, String address);

    /** The session of a cookie; empty when it ended, expired, or the person was disabled. Roles are as of now. */
    Optional<Session> session(String token);

    void signOut(String token);

    /** Keeps the language a person chose. */
    void speaks(PersonId person, String language);

    /** Who an API token stands for, with no more than the token's roles; empty if revoked, expired or unknown. */
    Optional<Person> bearer(String token);

    Optional<Person> person(PersonId id);

    List<Account> accounts();

    List<Delegation> delegations();

    /** Grants that nobody has confirmed yet. */
    default List<Grant> pending() {
        return List.of();
    }

    /** The person's tokens that are good now. */
    default List<Token> tokens(PersonId person) {
        return List.of();
    }

    /** People who hold the role today, delegations included. */
    List<Person> holders(Role role);

    /** True when the platform was started with the demo company; every page then says so. */
    boolean demo();
}
