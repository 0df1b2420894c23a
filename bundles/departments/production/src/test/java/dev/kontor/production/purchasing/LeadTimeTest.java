package dev.kontor.production.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.rule.Conclusion.Remind;
import dev.kontor.production.purchasing.book.LeadTimes.Shortest;
import dev.kontor.production.purchasing.page.PurchasingTab;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The spindle is needed on 1 April 2026, 30 days from now. */
@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 5.2: what cannot come on its day any more, were it ordered today, is told at once (R-5.7)")
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
