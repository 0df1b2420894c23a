package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.kernel.roster.ApproveMember;
import dev.kontor.kernel.roster.RemoveMember;
import dev.kontor.kernel.roster.RosterBook;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.kernel.wall.StrikeBook;
import dev.kontor.kernel.wall.TestWall;
import dev.kontor.store.StoreHarness;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has a say, whatever the database. */
abstract class RosterPromises {

    private static final Person SYSTEM = new Person(new PersonId("system"), "System", Set.of(Role.SYSTEM_ADMINISTRATOR), "en");

    private TestDesk desk;
    private RosterBook book;

    abstract StoreHarness store();

    /** A company whose own department is trade and has never run. */
    @BeforeEach
    void open() {
        desk = new TestDesk(store());
        desk.transactions.command(() -> desk.rows.run("delete from kernel_roster"));
        desk.commands.companyCommands().add(new ApproveMember(desk.roster, desk.departments), Map.of());
        desk.commands.companyCommands().add(new RemoveMember(desk.roster), Map.of());
        book = new RosterBook(desk.transactions, desk.roster, desk.departments, desk.sources, desk.rules, desk.arrivals,
                desk.platform, desk.wall, own("trade"));
    }

    @AfterEach
    void close() {
        book.stop();
        desk.close();
    }

    private static RosterBook.Settings own(String... departments) {
        return new RosterBook.Settings() {
            @Override
            public String[] departments() {
                return departments;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return RosterBook.Settings.class;
            }
        };
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void ask(String command, Map<String, Object> values) {
        desk.desk.submit(new Request(SYSTEM, command, Optional.empty(), Optional.empty(), -1, new Values(values),
                UUID.randomUUID().toString()));
    }

    private List<String> arrivals(OrderNumber order) {
        return desk.rows("select department from kernel_arrival where order_number = ?", order);
    }

    @Test
    void the_companys_own_join_when_they_first_run_and_catch_up_with_orders_under_way() {
        OrderNumber early = desk.register();
        assertThat(book.missing()).isPresent();
        assertThat(arrivals(early)).isEmpty();
        desk.run(desk.trade);
        eventually(() -> book.missing().isEmpty());
        assertThat(book.members()).singleElement().matches(member -> member.name().equals("trade") && member.running());
        assertThat(arrivals(early)).containsExactly("trade");
        desk.departments.remove(desk.trade);
        assertThat(book.missing()).as("an absent department makes orders wait, not the platform").isEmpty();
        assertThat(book.members()).singleElement().matches(member -> !member.running());
    }

    @Test
    void a_start_does_not_wait_for_the_companys_own_that_are_in_quarantine_which_are_called_by_their_names() {
        assertThat(book.missing()).isPresent();
        desk.transactions.command(() -> desk.rows.run(
                "insert into kernel_quarantine (bundle, since) values (?, ?)", "dev.kontor.trade", desk.clock.now()));
        StrikeBook strikes = TestWall.strikes(desk.transactions, desk.wall, desk.rows, desk.platform);
        eventually(() -> book.missing().isEmpty());
        Text told = Text.of("kernel.wall-quarantined", Text.of("department.trade"));
        eventually(() -> TestWall.refusal(desk.wall, "dev.kontor.trade").equals(told)); // it cannot say its name itself
        strikes.stop();
    }

    @Test
    void a_start_does_not_wait_for_a_partners_department_whose_orders_do() {
        desk.transactions.command(() -> {
            desk.roster.enrol(RosterRows.DEPARTMENT, "lift", Map.of(), desk.clock.now());
            return true;
        });
        assertThat(book.missing()).isPresent();
        desk.run(desk.trade);
        eventually(() -> book.missing().isEmpty());
        assertThat(book.members()).anyMatch(member -> member.name().equals("lift") && !member.running());
    }

    @Test
    void who_was_removed_does_not_come_back_by_itself_but_by_approval() {
        desk.run(desk.trade);
        eventually(() -> book.missing().isEmpty());
        ask("roster/remove", Map.of("kind", "department", "name", "trade"));
        book.stop();
        book = new RosterBook(desk.transactions, desk.roster, desk.departments, desk.sources, desk.rules, desk.arrivals,
                desk.platform, desk.wall, own("trade"));
        eventually(() -> book.missing().isEmpty());
        assertThat(book.members()).isEmpty();
        assertThat(arrivals(desk.register())).isEmpty();
        ask("roster/approve", Map.of("name", "trade"));
        assertThat(book.members()).hasSize(1);
        assertThat(arrivals(desk.register())).containsExactly("trade");
    }

    @Test
    void only_what_runs_is_approved_and_only_what_is_on_the_roster_removed() {
        assertThat(catchThrowableOfType(Refused.class, () -> ask("roster/approve", Map.of("name", "nobody"))).gaps())
                .hasSize(1);
        assertThat(catchThrowableOfType(
                                Refused.class, () -> ask("roster/remove", Map.of("kind", "department", "name", "nobody")))
                        .gaps())
                .hasSize(1);
    }
}
