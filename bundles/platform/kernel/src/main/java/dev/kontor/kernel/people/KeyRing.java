package dev.kontor.kernel.people;

import dev.kontor.api.people.Accounts.Token;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.rows.Row;
import dev.kontor.kernel.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The rows of sessions and API tokens, by the digest of what their holder carries. Their times are the system's, not
 * business time: a demo company's moved clock ends no session. Inside a transaction only.
 */
@Component(service = KeyRing.class)
public final class KeyRing {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String TOKEN = "select id, account, name, roles, issued_at, ends_at from kernel_token ";

    private final Rows rows;

    @Activate
    public KeyRing(@Reference Rows rows) {
        this.rows = rows;
    }

    record Session(PersonId account, String csrf, Instant opened, Instant used) {

        boolean isOpen(Instant now) {
            return now.isBefore(used.plus(IDLE)) && now.isBefore(opened.plus(LONGEST));
        }
    }

    void open(String secret, Session session) {
        Instant now = session.opened();
        rows.run("delete from kernel_session where used_at < ? or opened_at < ?", now.minus(IDLE), now.minus(LONGEST));
        rows.run(
                "insert into kernel_session (digest, account, csrf, opened_at, used_at) values (?, ?, ?, ?, ?)",
                Secrets.digest(secret), session.account(), session.csrf(), session.opened(), session.used());
    }

    Optional<Session> session(String secret) {
        return rows.one(
                        "select account, csrf, opened_at, used_at from kernel_session where digest = ?",
                        Secrets.digest(secret))
                .map(row -> new Session(new PersonId(row.text(0)), row.text(1), row.instant(2), row.instant(3)));
    }

    void used(String secret, Instant now) {
        rows.run("update kernel_session set used_at = ? where digest = ?", now, Secrets.digest(secret));
    }

    void close(String secret) {
        rows.run("delete from kernel_session where digest = ?", Secrets.digest(secret));
    }

    /** Ends the person's sessions but the one of this secret; with none all of them. */
    void closeOthers(PersonId person, String secret) {
        rows.run("delete from kernel_session where account = ? and digest <> ?", person, Secrets.digest(secret));
    }

    /** Ends everything by which the person is in. */
    void closeAll(PersonId person) {
        rows.run("delete from kernel_session where account = ?", person);
        rows.run("delete from kernel_token where account = ?", person);
    }

    /** Makes a token; answers what its holder carries, which is kept nowhere. */
    String issue(PersonId holder, String name, Set<Role> roles, Instant now, Instant ends) {
        String secret = "kt_" + Secrets.fresh();
        String listed = roles.stream().map(Role::value).sorted().collect(Collectors.joining(" "));
        rows.run("delete from kernel_token where ends_at < ?", now);
        rows.run(
                "insert into kernel_token (digest, id, account, name, roles, issued_at, ends_at) values (?, ?, ?, ?, ?, ?, ?)",
                Secrets.digest(secret), UUID.randomUUID(), holder, name, listed, now, ends);
        return secret;
    }

    Optional<Token> token(String secret) {
        return rows.one(TOKEN + "where digest = ?", Secrets.digest(secret)).map(KeyRing::token);
    }

    /** Tokens that are good at the time, oldest first. */
    List<Token> tokens(Instant now) {
        return rows.all(TOKEN + "where ends_at > ? order by issued_at, id", now).stream().map(KeyRing::token).toList();
    }

    void revoke(String id) {
        rows.run("delete from kernel_token where id = ?", id);
    }

    private static Token token(Row row) {
        Set<Role> roles = Arrays.stream(row.text(3).split(" "))
                .filter(role -> !role.isEmpty())
                .map(Role::new)
                .collect(Collectors.toSet());
        return new Token(row.text(0), new PersonId(row.text(1)), row.text(2), roles, row.instant(4), row.instant(5));
    }
}
