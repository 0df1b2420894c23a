package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.text.Text;
import dev.kontor.api.wall.Wall.State;
import dev.kontor.api.wall.Wall.Walled;
import dev.kontor.kernel.wall.BadDeeds;
import dev.kontor.kernel.wall.BadDeeds.Bad;
import dev.kontor.kernel.wall.Dial;
import dev.kontor.kernel.wall.TestWall;
import dev.kontor.store.StoreHarness;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever a department does in a command, the staff's other commands go on")
class BadDepartmentsTest {

    private static final Dial DIAL = new Dial();
    private static TestDesk desk;
    private final BadDeeds deeds = new BadDeeds(DIAL);
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @BeforeAll
    static void open() {
        StoreHarness store = StoreHarness.derby();
        desk = new TestDesk(store, TestWall.dialed(store.transactions(), DIAL));
        desk.run(desk.trade);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    /** As good as new: tried once after its rest, it works. */
    @BeforeEach
    void rested() {
        DIAL.forward(Duration.ofSeconds(31));
        attempt(desk.register(), file -> Answer.of(Text.plain("good"), file.number()));
    }

    @AfterEach
    void letGo() throws InterruptedException {
        deeds.released.countDown();
        for (Thread thread : deeds.started) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(30).toMillis());
        }
    }

    static Stream<String> names() {
        return new BadDeeds(DIAL).all.keySet().stream();
    }

    @Test
    void thereAreManyWaysToBeBad() {
        assertThat(deeds.all).hasSizeGreaterThanOrEqualTo(24);
    }

    @ParameterizedTest(name = "one that {0}")
    @MethodSource("names")
    void goesOn(String name) {
        Bad bad = deeds.all.get(name);
        OrderNumber order = desk.register();
        Walled before = bad();

        Throwable thrown = catchThrowable(() -> attempt(order, bad.deed()));

        assertThat(thrown == null).as("told %s", thrown).isEqualTo(name.startsWith("may"));
        if (bad.hangs()) {
            assertThat(((Refused) thrown).reason()).isEqualTo(Refused.Reason.UNAVAILABLE);
            assertThat(bad().recent().get(0).what()).contains("did not come back in time");
        }
        othersWorkOn(order);
        assertThat(desk.rows("select kind from kernel_journal where journal = ?", order.value()).contains("bad.began"))
                .as("kept what it began with").isEqualTo(name.startsWith("may"));
        assertThat(bad().failures() - before.failures()).isEqualTo(told(name));
        assertThat(bad().state()).isEqualTo(bad.severe() ? State.RESTING : State.WELL);
        assertThat(List.of(Locale.getDefault(), TimeZone.getDefault())).isEqualTo(List.of(locale, zone));

        deeds.released.countDown();
        eventually(() -> bad().hung() == 0);
        DIAL.forward(Duration.ofSeconds(31));
        attempt(order, file -> Answer.of(Text.plain("good"), file.number()));
        assertThat(bad().state()).isEqualTo(State.WELL);
        assertThat(desk.rows("select kind from kernel_journal where journal = ?", order.value())).doesNotContain("chaos.late");
    }

    /** What changes nothing but the thread that it runs on is no failure: the thread is put right. */
    private static long told(String name) {
        return List.of("may, but leaves its class loader to the thread", "may, but leaves the thread interrupted", "may, but starts threads",
                        "may, but was late because the machine ran nobody")
                .contains(name) ? 0 : 1;
    }

    private void othersWorkOn(OrderNumber order) {
        assertThat(desk.act(order, file -> file.note("good.same", Text.plain("the same order"), List.of())).order()).contains(order);
        OrderNumber other = desk.register();
        assertThat(desk.act(other, file -> file.note("good.other", Text.plain("another"), List.of())).order()).contains(other);
        assertThat(desk.desk.offers(order, TestDesk.LINA)).isNotNull();
    }

    @Test
    void threadsThatItStartedAreCountedAsLongAsTheyRun() {
        OrderNumber order = desk.register();

        attempt(order, deeds.all.get("may, but starts threads").deed());

        assertThat(bad().left()).isEqualTo(50);
    }

    @Test
    void whatComesBackLateIsSaidToHaveAndHowLate() {
        catchThrowable(() -> attempt(desk.register(), deeds.all.get("ignores interrupts").deed()));
        DIAL.forward(Duration.ofSeconds(75));
        deeds.released.countDown();
        eventually(() -> bad().hung() == 0);

        assertThat(bad().recent().get(0).call()).isEqualTo("OrderCommand.run");
        assertThat(bad().recent().get(0).what()).endsWith("did not come back in time. It came back 75 s after it was given up.");
    }

    @Test
    void aBulkheadWhoseThreadsAllHangRefusesAtOnce() {
        for (int hung = 1; hung <= 4; hung++) {
            catchThrowable(() -> attempt(desk.register(), deeds.all.get("ignores interrupts").deed()));
            assertThat(bad().hung()).isEqualTo(hung);
            DIAL.forward(Duration.ofSeconds(31));
        }

        Throwable refused = catchThrowable(() -> attempt(desk.register(), file -> Answer.of(Text.plain("good"), file.number())));

        assertThat(((Refused) refused).words().key()).isEqualTo("kernel.wall-hung");
        othersWorkOn(desk.register());
        deeds.released.countDown();
        eventually(() -> bad().hung() == 0);
        attempt(desk.register(), file -> Answer.of(Text.plain("good"), file.number()));
    }

    @Test
    void oneThatCallsTheDeskFromWithinItsCommandIsRefusedAndLocksNobodyOut() {
        OrderNumber order = desk.register();

        Throwable thrown = catchThrowable(() -> attempt(order, file -> {
            desk.register();
            return Answer.of(Text.plain("done"), file.number());
        }));

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        othersWorkOn(order);
    }

    @Test
    void anOrdinaryFailureClosesNobodyAsLongAsOtherThingsWork() {
        OrderNumber order = desk.register();

        for (int i = 0; i < 12; i++) {
            catchThrowable(() -> attempt(order, deeds.all.get("throws null pointers").deed()));
            attempt(order, file -> Answer.of(Text.plain("good"), file.number()));
        }

        assertThat(bad().state()).isEqualTo(State.WELL);
    }

    @Test
    void aRefusalIsNoFailure() {
        OrderNumber order = desk.register();
        attempt(order, file -> Answer.of(Text.plain("good"), file.number()));
        long before = bad().failures();

        for (int i = 0; i < 20; i++) {
            Throwable refused = catchThrowable(() -> attempt(order, file -> {
                throw Refused.because(Refused.Reason.CONFLICT, Text.plain("no"));
            }));
            assertThat(refused).isInstanceOf(Refused.class);
        }

        assertThat(bad().failures()).isEqualTo(before);
        assertThat(bad().state()).isEqualTo(State.WELL);
    }

    private static Walled bad() {
        return desk.wall.bundles().stream().filter(each -> each.bundle().equals("bad")).findFirst()
                .orElse(new Walled("bad", false, State.WELL, 0, 0, 0, 0, 0, Optional.empty(), List.of()));
    }

    private static Answer attempt(OrderNumber order, BadDeeds.Deed deed) {
        BadCommand command = new BadCommand(deed);
        desk.commands.orderCommands().add(command, Map.of());
        try {
            return desk.desk.submit(new Request(TestDesk.LINA, command.name(), Optional.of(order), Optional.empty(), -1, Values.NONE, ""));
        } finally {
            desk.commands.orderCommands().remove(command);
        }
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
