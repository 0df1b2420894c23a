package dev.kontor.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.people.Accounts.Session;
import dev.kontor.api.people.Accounts.SignIn;
import dev.kontor.api.people.Role;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.TestCompany;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Signing in")
@ParameterizedClass
@EnumSource(Database.class)
class SignInTest {

    private static final String HERE = "10.0.0.1";

    private final TestAccounts people;

    SignInTest(Database database) {
        people = new TestAccounts(TestCompany.on(database));
    }

    @BeforeEach
    void fresh() {
        people.fresh();
    }

    @Test
    void givesASessionThatLastsWhileItIsUsed() {
        people.hired("lina", Role.SALES_REP);
        Session session = people.signedIn("lina");
        for (int i = 0; i < 20; i++) {
            people.later(Duration.ofMinutes(29));
            assertThat(people.door.session(session.token())).isPresent();
        }
        people.later(Duration.ofMinutes(30));
        assertThat(people.door.session(session.token())).as("idle for 30 minutes").isEmpty();
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        people.hired("lina", Role.SALES_REP);
        Session session = people.signedIn("lina");
        for (int i = 0; i < 24; i++) {
            assertThat(people.door.session(session.token())).isPresent();
            people.later(Duration.ofMinutes(i == 23 ? 30 : 29));
        }
        people.later(Duration.ofMinutes(25));
        assertThat(people.door.session(session.token())).isEmpty();
    }

    @Test
    void theStoreKeepsNoSecret() {
        people.hired("lina", Role.SALES_REP);
        Session session = people.signedIn("lina");
        String kept = people.company.transactions().read(
                () -> people.company.rows().one("select digest from kernel_session").orElseThrow().text(0));
        assertThat(kept).hasSize(64).doesNotContain(session.token());
        assertThat(people.door.session(kept)).isEmpty();
    }

    @Test
    void signingOutEndsTheSession() {
        people.hired("lina", Role.SALES_REP);
        Session session = people.signedIn("lina");
        people.door.signOut(session.token());
        assertThat(people.door.session(session.token())).isEmpty();
    }

    @Test
    void neitherTellsWhetherTheNameExists() {
        people.hired("lina", Role.SALES_REP);
        assertThat(people.door.signIn("lina", "wrong", HERE)).isInstanceOf(SignIn.Refused.class);
        assertThat(people.door.signIn("nobody", "wrong", HERE)).isInstanceOf(SignIn.Refused.class);
        assertThat(people.door.signIn("' or 1=1 --", "", HERE)).isInstanceOf(SignIn.Refused.class);
        assertThat(people.door.signIn("", "", HERE)).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void understandsTheNameAsItIsTyped() {
        people.hired("lina", Role.SALES_REP);
        assertThat(people.door.signIn(" ＬＩＮＡ ", "lina", HERE)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void wrongPasswordsAreThrottledAndNobodyIsLockedOut() {
        people.hired("lina", Role.SALES_REP);
        for (int i = 0; i < 4; i++) {
            assertThat(people.door.signIn("lina", "wrong", "10.6.6.6")).isInstanceOf(SignIn.Refused.class);
        }
        assertThat(people.door.signIn("lina", "lina", "10.6.6.6")).isInstanceOf(SignIn.Throttled.class);
        assertThat(people.door.signIn("lina", "lina", HERE)).as("from her own place").isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void aDisabledAccountHasNoSessionAnyMore() {
        people.hired("lina", Role.SALES_REP);
        Session session = people.signedIn("lina");
        people.company.sql("update kernel_account set enabled = 0 where id = 'lina'");
        assertThat(people.door.session(session.token())).isEmpty();
        assertThat(people.door.signIn("lina", "lina", HERE)).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void rolesAreThoseOfNow() {
        people.hired("lina", Role.SALES_REP);
        Session session = people.signedIn("lina");
        people.company.sql("delete from kernel_account_role where account = 'lina'");
        assertThat(people.door.session(session.token()).orElseThrow().person().roles()).isEmpty();
    }

    @Test
    void aPasswordForOneUseOpensForSevenDays() {
        people.hired("lina", Role.SALES_REP);
        Instant until = people.system.plus(Duration.ofDays(7));
        people.company.sql("update kernel_account set one_time = 1, one_time_until = ?", until);
        assertThat(people.signedIn("lina").oneTime()).isTrue();
        people.later(Duration.ofDays(8));
        assertThat(people.door.signIn("lina", "lina", HERE)).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void aPersonKeepsTheirLanguage() {
        people.hired("lina", Role.SALES_REP);
        people.door.speaks(people.person("lina").id(), "zh-CN");
        people.door.speaks(people.person("lina").id(), "<script>");
        assertThat(people.person("lina").language()).isEqualTo("zh-CN");
    }
}
