package dev.kontor.finance.settlement;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.TaxRoom;
import dev.kontor.finance.invoice.Invoicing;
import dev.kontor.finance.penalty.Penalties;
import dev.kontor.finance.penalty.SetPenaltyTerms;
import dev.kontor.finance.penalty.Side;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 7.2: invoices and penalties are looked at day by day (R-7.8, R-7.9)")
final class DayByDayTest {

    private static final LocalDate ADVANCE = LocalDate.of(2026, 3, 12);

    private final TaxRoom room = new TaxRoom(Dialect.DERBY, anOrder().worth(Money.cny(500_000)).build());

    @BeforeEach
    void clear() {
        room.file.with(room.department).as("tang", Role.FINANCE_CLERK);
        room.run(() -> {
            room.file.reach(MilestoneName.REVIEW_CLEARED);
            new SetPenaltyTerms(room.penaltyBook, room.penalties).run(room.file, Optional.empty(), new Values(Map.of(
                    "side", "late-payment", "clause", "9", "per-mille", "0.5", "cap", "5", "grace", "7")));
            room.file.arrive(room.department, "days");
        });
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("an invoice is owed on its day without anybody asking")
    void invoices() {
        goOnTo(LocalDate.of(2026, 3, 4));
        assertThat(room.file.openTasks(new TaskKind("finance.invoice"))).isEmpty();

        goOnTo(LocalDate.of(2026, 3, 5));

        assertThat(room.file.openTasks(new TaskKind("finance.invoice"))).singleElement().satisfies(task -> assertThat(task.subject()).isEqualTo("instalment-1"));
    }

    @Test
    @DisplayName("policy 13: at the end of each half year a statement is owed, and no more once nothing is owed")
    void halfYears() {
        TaskKind statement = new TaskKind("finance.statement");
        assertThat(room.file.planned()).as("from the clearance on").containsKey("finance statement 2026-06-30");
        goOnTo(LocalDate.of(2026, 6, 29));
        assertThat(room.file.openTasks(statement)).isEmpty();

        goOnTo(LocalDate.of(2026, 6, 30));
        assertThat(room.file.openTasks(statement)).singleElement().satisfies(task ->
                assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 7, 14)));
        assertThat(room.file.planned()).containsEntry("finance statement 2026-12-31", LocalDate.of(2026, 12, 31));

        room.file.order().orElseThrow().payment().instalments().forEach(each -> room.paid(each.position(), each.amount(), ADVANCE));
        goOnTo(LocalDate.of(2026, 7, 1));
        assertThat(room.file.openTasks(statement)).isEmpty();
    }

    @Test
    @DisplayName("the rules are not asked again while the task that they raised is open, nor long before a due day")
    void notDayByDay() {
        goOnTo(LocalDate.of(2026, 3, 5));
        String decision = decision(Invoicing.POINT);

        goOnTo(LocalDate.of(2026, 3, 20));

        assertThat(decision(Invoicing.POINT)).isEqualTo(decision);
    }

    @Test
    @DisplayName("a penalty runs from the day after the grace, and is decided once however long it runs")
    void penalties() {
        goOnTo(ADVANCE.plusDays(7));
        assertThat(owed()).isEqualTo(Money.cny(0));
        goOnTo(ADVANCE.plusDays(8));
        assertThat(owed()).isEqualTo(Money.cny(75));
        String decision = decision(Penalties.POINT);

        goOnTo(ADVANCE.plusDays(60));

        assertThat(owed()).isEqualTo(Money.cny(75 * 53));
        assertThat(decision(Penalties.POINT)).isEqualTo(decision);
    }

    @Test
    @DisplayName("an order that is settled and paid, or was ended, is looked at no longer")
    void untilItIsOver() {
        goOnTo(ADVANCE);
        room.run(() -> room.file.reach(MilestoneName.REVIEW_TERMINATED));

        goOnTo(ADVANCE.plusDays(1));

        assertThat(room.file.planned()).doesNotContainKey("finance day");
    }

    private void goOnTo(LocalDate day) {
        room.run(() -> room.file.goOnTo(day));
    }

    private Money owed() {
        return room.read(() -> room.penalties.owed(room.file, Side.LATE_PAYMENT));
    }

    private String decision(ConsultationPoint point) {
        return room.file.decisions().stream().filter(each -> each.point().equals(point)).findFirst().orElseThrow().id();
    }
}
