package dev.kontor.kernel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.department.DepartmentId;
import dev.kontor.api.journal.Journals.Wanted;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.kernel.Database;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A department attends to a matter on the day that it planned")
@ParameterizedClass
@EnumSource(Database.class)
class PlanTest {

    private static final DepartmentId TRADE = new DepartmentId("trade");

    private final TestDesk desk;
    private final LocalDate today;
    private OrderNumber order;

    PlanTest(Database database) {
        desk = new TestDesk(database.open());
        desk.run(desk.trade);
        today = desk.clock.today();
    }

    @BeforeEach
    void register() {
        order = desk.register();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void onItsDayAndNotBefore() {
        desk.act(order, file -> {
            file.plan(TRADE, "today", today);
            file.plan(TRADE, "tomorrow", today.plusDays(1));
        });
        desk.startArrivals();
        eventually(() -> attended().contains("today by kontor"));
        assertThat(attended()).containsExactly("today by kontor");

        desk.clock.pass(Duration.ofDays(1));
        eventually(() -> attended().size() == 2);
        assertThat(planned()).isEmpty();
    }

    @Test
    void anotherDayTakesThePlaceOfTheFirstAndOneThatIsWithdrawnNeverComes() {
        desk.act(order, file -> {
            file.plan(TRADE, "moved", today);
            file.plan(TRADE, "moved", today.plusDays(9));
            file.plan(TRADE, "withdrawn", today);
            file.unplan(TRADE, "withdrawn");
            file.plan(TRADE, "last", today);
        });
        desk.startArrivals();
        eventually(() -> attended().contains("last by kontor"));

        assertThat(attended()).containsExactly("last by kontor");
        assertThat(planned()).containsExactly("moved");
    }

    @Test
    void aMatterThatFailsIsTriedAgainUntilItIsDoneOnce() {
        desk.trade.unable.set(1);
        desk.act(order, file -> file.plan(TRADE, "hard", today.minusDays(3)));
        desk.startArrivals();

        eventually(() -> !attended().isEmpty());
        assertThat(attended()).containsExactly("hard by kontor");
    }

    @Test
    void aMatterOfTheCompanyBelongsToNoOrder() {
        desk.platform.onCompany(company -> company.plan(TRADE, "monthly", today));
        desk.startArrivals();

        eventually(() -> !company().isEmpty());
        assertThat(company()).containsExactly("monthly by kontor");
        assertThat(attended()).isEmpty();
    }

    private List<String> planned() {
        return desk.rows("select matter from kernel_plan");
    }

    private List<String> attended() {
        return desk.journals.of(order, Long.MAX_VALUE, 100, TestDesk.AUDITOR).stream()
                .filter(entry -> entry.kind().equals("trade.attended"))
                .map(entry -> (String) entry.what().arguments().get(0))
                .toList();
    }

    private List<String> company() {
        return desk.journals.company(Wanted.ALL, Long.MAX_VALUE, 100, TestDesk.AUDITOR).stream()
                .filter(entry -> entry.kind().equals("trade.attended"))
                .map(entry -> (String) entry.what().arguments().get(0))
                .toList();
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
