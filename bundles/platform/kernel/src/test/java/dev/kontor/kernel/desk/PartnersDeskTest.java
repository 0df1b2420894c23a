package dev.kontor.kernel.desk;

import static dev.kontor.kernel.desk.TestDesk.LINA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Accounts;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.Database;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The desk as a partner's bundle finds it acts for nobody but people, with roles that they hold")
final class PartnersDeskTest {

    private static final Person ADA = new Person(new PersonId("ada"), "Ada", Set.of(Role.SYSTEM_ADMINISTRATOR), "en");

    private final TestDesk company = new TestDesk(Database.DERBY.open());
    private final FakeServices services = new FakeServices();
    private final Map<PersonId, Person> people = Map.of(LINA.id(), LINA, ADA.id(), ADA);
    private final Accounts accounts = (Accounts) Proxy.newProxyInstance(
            Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class},
            (proxy, method, arguments) -> Optional.ofNullable(people.get(arguments[0])));
    private final Counters counters = new Counters(services.context(), company.desk, accounts);
    private final Desk partners = given("kontor-partner:dev.acme.lift");

    private Desk given(String location) {
        return counters.getService(services.of(this, location, 0).getBundle(), null);
    }

    @AfterEach
    void close() {
        company.close();
    }

    private static Request register(Person person) {
        return new Request(person, "trade/register", Optional.empty(), Optional.empty(), -1,
                new Values(Map.of("contract", "K-" + person.roles().size())), "");
    }

    private static Person lina(Role... roles) {
        return new Person(LINA.id(), LINA.name(), Set.of(roles), "en");
    }

    private static void refused(ThrowingCallable asked, String why) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN);
            assertThat(refused.words()).isEqualTo(Text.of(why));
        });
    }

    @Test
    void aPersonWithTheirRolesOrFewerIsServed() {
        OrderNumber order = partners.submit(register(LINA)).order().orElseThrow();

        assertThat(partners.offer("trade/register", "", LINA).command()).isEqualTo("trade/register");
        assertThat(partners.<OrderNumber>read(order, LINA, view -> view.number())).isEqualTo(order);
        refused(() -> partners.offer("trade/register", "", lina()), "kernel.forbidden");
    }

    @Test
    void thePlatformIsNobodyThere() {
        OrderNumber order = company.register();

        refused(() -> partners.submit(register(Office.PLATFORM)), "kernel.partner-for-nobody");
        refused(() -> partners.offers(order, Office.PLATFORM), "kernel.partner-for-nobody");
        refused(() -> partners.offer("trade/register", "", Office.PLATFORM), "kernel.partner-for-nobody");
        refused(() -> partners.offer("trade/register", Optional.empty(), Optional.empty(), Office.PLATFORM), "kernel.partner-for-nobody");
        refused(() -> partners.read(order, Office.PLATFORM, view -> view), "kernel.partner-for-nobody");
    }

    @Test
    void aRoleThatThePersonDoesNotHoldAndAPersonWithoutAnAccountAreRefused() {
        refused(() -> partners.submit(register(lina(Role.SALES_REP, Role.AUDITOR))), "kernel.partner-for-nobody");
        refused(() -> partners.submit(register(new Person(new PersonId("nina"), "Nina", Set.of(), "en"))), "kernel.partner-for-nobody");
    }

    @Test
    void nothingIsDoneForAnAdministratorWhoIsOne() {
        refused(() -> partners.submit(register(ADA)), "kernel.partner-for-administrator");
    }

    @Test
    void aBundleOfOursStandsAtTheCounterItself() {
        assertThat(given("feature:review")).isSameAs(company.desk);
    }
}
