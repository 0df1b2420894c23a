package dev.kontor.production.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.rule.Conclusion.Remind;
import dev.kontor.production.plan.Materials;
import dev.kontor.production.purchasing.book.LeadTimes.Shortest;
import dev.kontor.production.purchasing.page.PurchasingTab;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The spindle is needed on 1 April 2026, 30 days from now. */
@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 5.2: what is needed is ordered in time to come on its day; what cannot any more is told at once (R-5.7)")
final class LeadTimeTest {

    @Parameter
    private Dialect dialect;

    private PurchasingRoom room;

    @BeforeEach
    void open() {
        room = new PurchasingRoom(dialect);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void thirtyDaysForWhatIsNeededInThirtyAreInTime() {
        room.agreeLeadTime("S-1", "spindle", 30);

        room.releasePlan();

        assertThat(reminded()).isEmpty();
        assertThat(row("spindle").get(5)).isEqualTo(new Cell.Day(LocalDate.of(2026, 3, 2)));
    }

    @Test
    void oneDayMoreIsTooLateAndTold() {
        room.agreeLeadTime("S-1", "spindle", 31);

        room.releasePlan();

        assertThat(reminded()).containsExactlyInAnyOrder("production.planner", "production.purchaser");
        assertThat(row("spindle").get(6).toString()).contains("production.purchase.request.late");
        assertThat(row("bed casting").get(6).toString()).contains("production.purchase.request.open");
    }

    @Test
    void theFastestOfTheApprovedCounts() {
        room.supplier("S-2");
        room.agreeLeadTime("S-1", "spindle", 40);
        room.agreeLeadTime("S-2", "spindle", 10);
        assertThat(shortest().map(Shortest::days)).contains(40);

        room.approve("S-2", room.file.today());

        assertThat(shortest().map(Shortest::days)).contains(10);
    }

    @Test
    void whereNothingIsAgreedTheLatestDeliveriesSay() {
        room.releasePlan();
        room.setBudget("3000");
        room.buy("R1", "PC-1", "S-1", "1", "spindle");
        assertThat(shortest()).isEmpty();

        room.file.setToday(room.file.today().plusDays(12));
        room.receive("PC-1", 0, "1", "0");
        assertThat(room.command(() -> room.times.shortest("spindle", LocalDate.of(2026, 3, 2))).map(Shortest::days)).contains(12);

        room.agreeLeadTime("S-1", "spindle", 9);
        assertThat(room.command(() -> room.times.shortest("spindle", LocalDate.of(2026, 3, 2))).map(Shortest::days)).contains(9);
    }

    @ParameterizedTest(name = "a lead time of {0} days: ordered by {1}")
    @CsvSource({"10, 2026-03-20", "28, 2026-03-04", "29, 2026-03-03", "30, 2026-03-03", "31, 2026-03-03"})
    @DisplayName("it is to be bought by its day of need less its lead time, which may be a Sunday, and never sooner than at once")
    void itIsBoughtByTheDayOfNeedLessTheLeadTime(int days, LocalDate by) {
        spindleAlone(days);

        assertThat(due()).isEqualTo(by);
    }

    @Test
    void whatNobodyKnowsTheLeadTimeOfIsBoughtInTimeFromItsRequest() {
        room.agreeLeadTime("S-1", "spindle", 10);
        room.releasePlan();
        assertThat(due()).as("of the bed casting nobody knows").isEqualTo(LocalDate.of(2026, 3, 5));

        room.setBudget("3000");
        room.buy("R1", "PC-1", "S-1", "1", "bed casting");

        assertThat(due()).as("the spindle is left").isEqualTo(LocalDate.of(2026, 3, 20));
    }

    @Test
    @DisplayName("the deadline moves with the plan, and with nothing else: days that pass do not move it")
    void theDeadlineMovesWithThePlan() {
        room.approve("S-1", room.file.today().plusDays(30));
        spindleAlone(28);
        room.file.setToday(room.file.today().plusDays(2));
        room.releasePlan();
        assertThat(due()).isEqualTo(LocalDate.of(2026, 3, 4));

        room.needs.set(0, new Materials.Need("1 spindle", 1, "spindle", "", BigDecimal.ONE, "件", PurchasingRoom.NEEDED.plusDays(14)));
        room.releasePlan();

        assertThat(due()).isEqualTo(LocalDate.of(2026, 3, 18));
    }

    private void spindleAlone(int days) {
        room.needs.remove(1);
        room.agreeLeadTime("S-1", "spindle", days);
        room.releasePlan();
    }

    private LocalDate due() {
        return room.file.task(Purchasing.BUY, "R1").deadline().orElseThrow().lastDay();
    }

    private Optional<Shortest> shortest() {
        return room.command(() -> room.times.shortest("spindle", room.file.today()));
    }

    private List<String> reminded() {
        return room.file.decisions().stream()
                .filter(decision -> decision.point().equals(Purchasing.POINT))
                .flatMap(decision -> decision.all(Remind.class).stream())
                .map(remind -> remind.role().value())
                .toList();
    }

    private List<Cell> row(String material) {
        List<Block> tab = room.command(() -> new PurchasingTab(room.book, room.times).show(room.file));
        return ((Block.Table) tab.get(1)).rows().stream().filter(row -> row.get(1).equals(Cell.plain(material))).findFirst().orElseThrow();
    }
}
