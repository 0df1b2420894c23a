package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.wall.Wall.State;
import dev.kontor.kernel.Database;
import dev.kontor.kernel.roster.RosterRows;
import dev.kontor.kernel.wall.BadDeeds;
import dev.kontor.kernel.wall.DepartmentWall;
import dev.kontor.kernel.wall.Dial;
import dev.kontor.kernel.wall.StrikeBook;
import dev.kontor.kernel.wall.TestWall;
import dev.kontor.store.StoreHarness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Three strikes and a bundle is in quarantine until an administrator releases it")
@ParameterizedClass
@EnumSource(Database.class)
class QuarantineTest {

    private static final Person SYSTEM = new Person(new PersonId("system"), "System", Set.of(Role.SYSTEM_ADMINISTRATOR), "en");

    private final Dial dial = new Dial();
    private final BadDepartment department = new BadDepartment();
    private final TestDesk desk;
    private final StrikeBook book;

    QuarantineTest(Database database) {
        StoreHarness store = database.open();
        desk = new TestDesk(store, TestWall.dialed(store.transactions(), dial));
        book = TestWall.strikes(desk.transactions, desk.wall, desk.rows, desk.platform);
    }

    @BeforeEach
    void join() {
        desk.run(desk.trade);
        desk.transactions.command(() -> {
            desk.roster.enrol(RosterRows.DEPARTMENT, "bad", RosterRows.opensOn(department), desk.clock.now());
            return true;
        });
        desk.departments.add(department);
        desk.commands.companyCommands().add(TestWall.release(desk.transactions, desk.wall, desk.rows), Map.of());
    }

    @AfterEach
    void close() {
        book.stop();
        desk.close();
    }

    @Test
    void twoStrikesAreNone() {
        strike();
        strike();
        eventually(() -> desk.rows("select bundle from kernel_strike").size() == 2);

        attempt(desk.register(), BadDeeds.GOOD);

        assertThat(state(desk.wall)).isEqualTo(State.WELL);
    }

    @Test
    void strikesOutsideOfTheWindowAreForgotten() {
        strike();
        strike();
        eventually(() -> desk.rows("select bundle from kernel_strike").size() == 2);
        dial.forward(Duration.ofMinutes(61));
        strike();
        eventually(() -> desk.rows("select bundle from kernel_strike").size() == 3);

        attempt(desk.register(), BadDeeds.GOOD);

        assertThat(desk.rows("select bundle from kernel_quarantine")).isEmpty();
    }

    @Test
    void itsOrdersWaitAndAllOthersGoOnAlsoAfterARestart() {
        quarantine();
        OrderNumber order = desk.register();
        desk.startArrivals();
        eventually(() -> desk.rows("select department from kernel_arrival where order_number = ?", order.value()).equals(List.of("bad")));

        assertThat(desk.trade.opened).contains(order.value());
        assertThat(department.opened).isEmpty();
        assertThat(desk.departments.names()).containsExactly("trade");
        assertThat(refusal(order)).isEqualTo("kernel.wall-quarantined");
        DepartmentWall restarted = TestWall.dialed(desk.transactions, dial);
        assertThatExceptionOfType(Refused.class).as("nobody has asked the store yet").isThrownBy(() -> restarted.isQuarantined("bad"));
        StrikeBook again = TestWall.strikes(desk.transactions, restarted, desk.rows, desk.platform);
        assertThat(state(restarted)).isEqualTo(State.QUARANTINED);
        assertThat(restarted.isQuarantined("bad")).isTrue();
        assertThat(restarted.isQuarantined("good")).isFalse();
        again.stop();
    }

    @Test
    void whoReleasesItSaysWhyAndItGoesOnWhereItStood() {
        quarantine();
        OrderNumber order = desk.register();
        desk.startArrivals();
        eventually(() -> desk.trade.opened.contains(order.value()));

        release("bad", "repaired");
        eventually(() -> state(desk.wall) == State.WELL);

        attempt(order, BadDeeds.GOOD);
        eventually(() -> department.opened.contains(order.value()));
        assertThat(desk.rows("select kind from kernel_journal where journal = 'company' order by sequence"))
                .containsSubsequence("wall.quarantined", "wall.released");
        assertThat(desk.rows("select bundle from kernel_strike")).isEmpty();
    }

    @Test
    void whatIsNotInQuarantineCannotBeReleased() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> release("good", "just so"))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("bundle"));
    }

    private void quarantine() {
        strike();
        strike();
        strike();
        eventually(() -> state(desk.wall) == State.QUARANTINED);
    }

    /** And the rest that follows it. */
    private void strike() {
        Throwable thrown = catchThrowable(() -> attempt(desk.register(), file -> {
            throw new StackOverflowError("as the test wants");
        }));
        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(refusal(desk.register())).isIn("kernel.wall-resting", "kernel.wall-quarantined");
        dial.forward(Duration.ofSeconds(31));
    }

    private String refusal(OrderNumber order) {
        return ((Refused) catchThrowable(() -> attempt(order, BadDeeds.GOOD))).words().key();
    }

    private static State state(DepartmentWall wall) {
        return wall.bundles().stream().filter(each -> each.bundle().equals("bad")).findFirst().orElseThrow().state();
    }

    private void release(String bundle, String why) {
        desk.desk.submit(new Request(SYSTEM, "wall/release", Optional.empty(), Optional.empty(), -1,
                new Values(Map.of("bundle", bundle, "why", why)), ""));
    }

    private Answer attempt(OrderNumber order, BadDeeds.Deed deed) {
        BadCommand command = new BadCommand(deed);
        desk.commands.orderCommands().add(command, Map.of());
        try {
            return desk.desk.submit(new Request(TestDesk.LINA, command.name(), Optional.of(order), Optional.empty(), -1, Values.NONE, ""));
        } finally {
            desk.commands.orderCommands().remove(command);
        }
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
