package dev.kontor.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.CompanyCommand;
import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Refused.Reason;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Accounts.SignIn;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Administering accounts")
@ParameterizedClass
@EnumSource(Database.class)
class AdministrationTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestAccounts people;
    private Person security;

    AdministrationTest(Database database) {
        people = new TestAccounts(TestCompany.on(database));
    }

    @BeforeEach
    void fresh() {
        people.fresh();
        security = people.hired("security", Role.SECURITY_ADMINISTRATOR);
    }

    @Test
    void aNewAccountChangesItsOneTimePasswordFirst() {
        run(new CreateAccount(people.books, people.passwords), security, Map.of(
                "id", "Lina", "name", "李娜", "language", "zh-CN", "password", PASSWORD));
        assertThat(people.door.signIn("lina", PASSWORD, "here")).isInstanceOfSatisfying(
                SignIn.Welcome.class, welcome -> assertThat(welcome.session().oneTime()).isTrue());

        ChangePassword change = new ChangePassword(people.books, people.passwords);
        Person lina = people.person("lina");
        assertThat(refused(new IssueToken(people.books), lina, Map.of("name", "x", "days", "1")).reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertGap(change, lina, Map.of("current", "wrong", "password", "another long one", "again", "another long one"), "current");
        assertGap(change, lina, Map.of("current", PASSWORD, "password", "short", "again", "short"), "password");
        assertGap(change, lina, Map.of("current", PASSWORD, "password", "i am lina 2026", "again", "i am lina 2026"), "password");
        assertGap(change, lina, Map.of("current", PASSWORD, "password", PASSWORD, "again", PASSWORD), "password");
        assertGap(change, lina, Map.of("current", PASSWORD, "password", "another long one", "again", "other"), "again");
        run(change, lina, Map.of("current", PASSWORD, "password", "another long one", "again", "another long one"));

        assertThat(people.door.signIn("lina", PASSWORD, "here")).isInstanceOf(SignIn.Refused.class);
        assertThat(people.door.signIn("lina", "another long one", "here")).isInstanceOfSatisfying(
                SignIn.Welcome.class, welcome -> assertThat(welcome.session().oneTime()).isFalse());
        assertThat(people.company.journal).containsExactly("account.created", "account.password");
    }

    @Test
    void changingOnesPasswordEndsTheOtherSessionsAndKeepsThisOneAndTheTokens() {
        Person lina = people.hired("lina", Role.SALES_REP);
        Person zhao = people.hired("zhao", Role.SALES_REP);
        Accounts.Session here = people.signedIn("lina");
        Accounts.Session elsewhere = people.signedIn("lina");
        Accounts.Session somebody = people.signedIn(zhao.id().value());
        String token = run(new IssueToken(people.books), lina, Map.of("name", "x", "days", "1")).id();
        ChangePassword change = new ChangePassword(people.books, people.passwords);

        Answer answer = people.company.run(change, lina, here.token(), "",
                Map.of("current", "lina", "password", PASSWORD, "again", PASSWORD));

        assertThat(answer.said().key()).isEqualTo("kernel.password.changed");
        assertThat(people.door.session(here.token())).isPresent();
        assertThat(people.door.session(elsewhere.token())).isEmpty();
        assertThat(people.door.session(somebody.token())).isPresent();
        assertThat(people.door.bearer(token)).isPresent();
        run(change, lina, Map.of("current", PASSWORD, "password", "another long one", "again", "another long one"));
        assertThat(people.door.session(here.token())).as("changed by a machine").isEmpty();
    }

    @Test
    void aTakenNameIsRefused() {
        people.hired("lina");
        assertGap(new CreateAccount(people.books, people.passwords), security,
                Map.of("id", "LINA", "name", "x", "language", "en", "password", PASSWORD), "id");
        assertGap(new CreateAccount(people.books, people.passwords), security,
                Map.of("id", PersonId.SYSTEM.value(), "name", "x", "language", "en", "password", PASSWORD), "id");
    }

    @Test
    void disablingEndsSessionsAndTokensAtOnce() {
        Person lina = people.hired("lina", Role.SALES_REP);
        Accounts.Session session = people.signedIn("lina");
        String token = run(new IssueToken(people.books), lina, Map.of("name", "x", "days", "1")).id();
        assertThat(people.door.bearer(token)).isPresent();

        run(new DisableAccount(people.books), security, Map.of("person", "lina", "reason", "left"));

        assertThat(people.door.session(session.token())).isEmpty();
        assertThat(people.door.bearer(token)).isEmpty();
        assertThat(people.door.holders(Role.SALES_REP)).isEmpty();
        run(new EnableAccount(people.books), security, Map.of("person", "lina", "reason", "back"));
        assertThat(people.door.session(session.token())).as("an old session does not come back").isEmpty();
        assertThat(people.signedIn("lina").person().roles()).containsExactly(Role.SALES_REP);
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(refused(new DisableAccount(people.books), security, Map.of("person", "security", "reason", "x")).reason())
                .isEqualTo(Reason.CONFLICT);
        assertThat(refused(new WithdrawRole(people.books), security, Map.of("person", "security", "role", "admin.security"))
                        .reason())
                .isEqualTo(Reason.CONFLICT);
        people.hired("second", Role.SECURITY_ADMINISTRATOR);
        run(new DisableAccount(people.books), security, Map.of("person", "second", "reason", "x"));
        assertThat(refused(new DisableAccount(people.books), security, Map.of("person", "security", "reason", "x")).reason())
                .isEqualTo(Reason.CONFLICT);
    }

    @Test
    void aGateRoleWaitsForTheSecondAdministratorOnceThereIsOne() {
        people.hired("chen");
        people.hired("lina");
        GrantRole grant = new GrantRole(people.books);
        run(grant, security, Map.of("person", "lina", "role", "sales.head"));
        assertThat(people.person("lina").roles()).as("alone: at once").contains(Role.SALES_HEAD);

        Person second = people.hired("second", Role.SECURITY_ADMINISTRATOR);
        run(grant, security, Map.of("person", "lina", "role", "sales.rep"));
        assertThat(people.person("lina").roles()).as("passes no gate").contains(Role.SALES_REP);
        String waiting = run(grant, security, Map.of("person", "chen", "role", "legal.reviewer")).id();
        assertThat(people.person("chen").roles()).isEmpty();
        assertThat(people.door.pending()).hasSize(1);
        assertThat(refused(grant, security, Map.of("person", "chen", "role", "legal.reviewer")).reason())
                .isEqualTo(Reason.CONFLICT);

        ConfirmGrant confirm = new ConfirmGrant(people.books);
        assertThat(refused(confirm, security, Map.of("grant", waiting, "confirm", "yes")).reason())
                .isEqualTo(Reason.FORBIDDEN);
        run(confirm, second, Map.of("grant", waiting, "confirm", "yes"));
        assertThat(people.person("chen").roles()).containsExactly(Role.LEGAL_REVIEWER);
        assertThat(people.door.pending()).isEmpty();
    }

    @Test
    void aGrantCanBeDeclined() {
        people.hired("chen");
        Person second = people.hired("second", Role.SECURITY_ADMINISTRATOR);
        String waiting = run(new GrantRole(people.books), security, Map.of("person", "chen", "role", "finance.credit")).id();
        run(new ConfirmGrant(people.books), second, Map.of("grant", waiting, "confirm", "no"));
        assertThat(people.person("chen").roles()).isEmpty();
        assertThat(people.door.pending()).isEmpty();
    }

    @Test
    void businessAdministrationAndAuditStayApart() {
        people.hired("lina", Role.SALES_REP);
        people.hired("rules", Role.RULE_ADMINISTRATOR);
        people.hired("auditor", Role.AUDITOR);
        for (List<String> pair : List.of(
                List.of("lina", "admin.system"), List.of("lina", "audit.reader"), List.of("rules", "sales.rep"),
                List.of("rules", "audit.reader"), List.of("auditor", "sales.rep"), List.of("auditor", "admin.rules"))) {
            assertGap(new GrantRole(people.books), security, Map.of("person", pair.get(0), "role", pair.get(1)), "role");
        }
        run(new GrantRole(people.books), security, Map.of("person", "rules", "role", "admin.system"));
        assertGap(new GrantRole(people.books), security, Map.of("person", "lina", "other", "admin.partner"), "other");
        run(new GrantRole(people.books), security, Map.of("person", "lina", "other", "export.clerk"));
        assertThat(people.person("lina").roles()).contains(new Role("export.clerk"));
    }

    @Test
    void nobodyGrantsToThemselves() {
        assertThat(refused(new GrantRole(people.books), security, Map.of("person", "security", "role", "admin.system")).reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void aDelegationLendsARoleForItsDays() {
        Person wu = people.hired("wu", Role.LEGAL_REVIEWER);
        people.hired("sun", Role.PRODUCTION_REVIEWER);
        people.hired("system", Role.SYSTEM_ADMINISTRATOR);
        GiveDelegation give = new GiveDelegation(people.books);
        Map<String, Object> good = Map.of("to", "sun", "role", "legal.reviewer", "first", "2026-03-02", "last", "2026-03-06");

        assertGap(give, wu, with(good, "to", "system"), "to");
        assertGap(give, wu, with(good, "to", "wu"), "to");
        assertGap(give, wu, with(good, "role", "sales.head"), "role");
        assertGap(give, wu, with(good, "last", "2026-03-01"), "last");
        assertGap(give, wu, with(good, "last", "2027-03-03"), "last");
        run(give, wu, good);

        assertThat(people.person("sun").roles()).contains(Role.LEGAL_REVIEWER);
        assertThat(people.door.holders(Role.LEGAL_REVIEWER)).extracting(Person::name).containsExactly("wu", "sun");
        people.company.sql("update kernel_account set enabled = 0 where id = 'wu'");
        assertThat(people.person("sun").roles()).as("a disabled person lends nothing").doesNotContain(Role.LEGAL_REVIEWER);
    }

    @Test
    void aLentRoleIsNotLentOnAndCanBeTakenBack() {
        Person wu = people.hired("wu", Role.LEGAL_REVIEWER);
        people.hired("sun", Role.PRODUCTION_REVIEWER);
        people.hired("zhou", Role.FINANCE_REVIEWER);
        GiveDelegation give = new GiveDelegation(people.books);
        Map<String, Object> good = Map.of("to", "sun", "role", "legal.reviewer", "first", "2026-03-02", "last", "2026-03-06");
        run(give, wu, good);
        Person sun = people.person("sun");

        assertGap(give, sun, with(good, "to", "zhou"), "role");

        String id = people.company.transactions().read(() -> people.books.loans().loans().get(0).id());
        assertGap(new WithdrawDelegation(people.books), sun, Map.of("delegation", id), "delegation");
        run(new WithdrawDelegation(people.books), wu, Map.of("delegation", id));
        assertThat(people.person("sun").roles()).doesNotContain(Role.LEGAL_REVIEWER);
    }

    @Test
    @DisplayName("R-4.18: who stands in for somebody does so over REST too, as long as on the console")
    void aTokenCarriesALentRoleAsLongAsItIsLent() {
        Person wu = people.hired("wu", Role.LEGAL_REVIEWER);
        people.hired("sun", Role.PRODUCTION_REVIEWER);
        IssueToken issue = new IssueToken(people.books);
        String before = run(issue, people.person("sun"), Map.of("name", "before", "days", "30")).id();
        run(new GiveDelegation(people.books), wu,
                Map.of("to", "sun", "role", "legal.reviewer", "first", "2026-03-02", "last", "2026-03-06"));
        String narrow = run(issue, people.person("sun"), Map.of("name", "x", "days", "30", "roles", List.of("production.reviewer"))).id();
        String wide = run(issue, people.person("sun"), Map.of("name", "y", "days", "30")).id();

        assertThat(roles(wide)).containsExactlyInAnyOrder(Role.LEGAL_REVIEWER, Role.PRODUCTION_REVIEWER);
        assertThat(roles(narrow)).containsExactly(Role.PRODUCTION_REVIEWER);
        assertThat(roles(before)).as("no token becomes more than it was given").containsExactly(Role.PRODUCTION_REVIEWER);

        people.company.sql("update kernel_delegation set first_day = '2026-02-23', last_day = '2026-03-01'");
        assertThat(people.person("sun").roles()).containsExactly(Role.PRODUCTION_REVIEWER);
        assertThat(roles(wide)).containsExactly(Role.PRODUCTION_REVIEWER);
    }

    private Set<Role> roles(String token) {
        return people.door.bearer(token).orElseThrow().roles();
    }

    @Test
    void aTokenHasNoMoreThanItsHolderAndEnds() {
        Person chen = people.hired("chen", Role.SALES_HEAD, Role.SALES_REP);
        IssueToken issue = new IssueToken(people.books);
        assertGap(issue, chen, Map.of("name", "x", "days", "367"), "days");
        assertGap(issue, chen, Map.of("name", "x", "days", "0"), "days");
        assertGap(issue, chen, Map.of("name", "x", "days", "1.5"), "days");
        String token = run(issue, chen, Map.of("name", "x", "days", "1", "roles", List.of("sales.rep"))).id();
        Person bearer = people.door.bearer(token).orElseThrow();
        assertThat(bearer.roles()).containsExactly(Role.SALES_REP);
        assertGap(issue, bearer, Map.of("name", "y", "days", "1", "roles", List.of("sales.head")), "roles");

        run(new WithdrawRole(people.books), security, Map.of("person", "chen", "role", "sales.rep"));
        assertThat(people.door.bearer(token).orElseThrow().roles()).isEmpty();
        people.later(Duration.ofDays(1).plusSeconds(60));
        assertThat(people.door.bearer(token)).isEmpty();
        assertThat(people.door.bearer("")).isEmpty();
    }

    @Test
    void aRevokedTokenIsWorthless() {
        Person chen = people.hired("chen", Role.SALES_HEAD);
        Person lina = people.hired("lina", Role.SALES_REP);
        String token = run(new IssueToken(people.books), chen, Map.of("name", "x", "days", "1")).id();
        String id = people.door.tokens(chen.id()).get(0).id();
        assertGap(new RevokeToken(people.books), lina, Map.of("token", id), "token");
        run(new RevokeToken(people.books), security, Map.of("token", id));
        assertThat(people.door.bearer(token)).isEmpty();
        assertThat(people.door.tokens(chen.id())).isEmpty();
    }

    @Test
    void aResetEndsSessionsAndIsNotForOneself() {
        people.hired("lina", Role.SALES_REP);
        Accounts.Session session = people.signedIn("lina");
        ResetPassword reset = new ResetPassword(people.books, people.passwords);
        run(reset, security, Map.of("person", "lina", "password", PASSWORD));
        assertThat(people.door.session(session.token())).isEmpty();
        assertThat(people.door.signIn("lina", PASSWORD, "x")).isInstanceOf(SignIn.Welcome.class);
        assertThat(refused(reset, security, Map.of("person", "security", "password", PASSWORD)).reason())
                .isEqualTo(Reason.CONFLICT);
    }

    private Answer run(CompanyCommand command, Person actor, Map<String, Object> typed) {
        return people.company.run(command, actor, "", typed);
    }

    private Refused refused(CompanyCommand command, Person actor, Map<String, Object> typed) {
        return catchThrowableOfType(Refused.class, () -> run(command, actor, typed));
    }

    private void assertGap(CompanyCommand command, Person actor, Map<String, Object> typed, String field) {
        assertThat(refused(command, actor, typed).gaps()).extracting(Refused.Gap::field).contains(field);
    }

    private static Map<String, Object> with(Map<String, Object> values, String field, String value) {
        Map<String, Object> changed = new java.util.HashMap<>(values);
        changed.put(field, value);
        return changed;
    }
}
