package dev.kontor.finance.receipt;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.finance.schedule.Payment;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 7.1, 7.2: what receipts bring about: the order is collected, the limit is free (R-7.1, R-7.5, R-4.16)")
final class CollectedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final TaskKind ALLOCATION = new TaskKind("finance.allocation");

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;

    /** 500,000: 150,000 after signing, 300,000 after dispatch, 50,000 of retention. */
    @BeforeEach
    void open() {
        room = new CollectionRoom(dialect, anOrder().signedOn(DAY).build());
        room.clear();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("the order is collected when all but retention money that is not due is paid, and no longer when that is taken back")
    void collected() {
        room.receive("V-1", "449999.99", Map.of());
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.FINANCE_COLLECTED);
        room.receive("V-2", "0.01", Map.of());
        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_COLLECTED);

        reverse(history().get(0).id(), "wrong");
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.FINANCE_COLLECTED);
    }

    @Test
    @DisplayName("retention money that is due holds the order back until it is paid")
    void dueRetention() {
        room.passed(MilestoneName.LOGISTICS_DISPATCHED, LocalDate.of(2026, 4, 1));
        room.passed(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 4, 2));
        room.file.setToday(LocalDate.of(2027, 4, 2));
        room.receive("V-1", "450000", Map.of());
        assertThat(room.file.milestones()).as("on its day it is due").doesNotContain(MilestoneName.FINANCE_COLLECTED);

        room.receive("V-2", "50000", Map.of());
        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_COLLECTED);
    }

    @Test
    @DisplayName("what was paid frees the customer's limit, and what is taken back takes it again (R-4.16)")
    void freesTheLimit() {
        room.receive("V-1", "150000", Map.of());
        assertThat(exposure()).isEqualByComparingTo("350000");

        reverse(history().get(0).id(), "wrong");
        assertThat(exposure()).isEqualByComparingTo("500000");
    }

    @Test
    @DisplayName("money that came before the clearance is allocated when finance opens the order")
    void beforeTheClearance() {
        room.close();
        room = new CollectionRoom(dialect, anOrder().signedOn(DAY).build());
        room.receive("V-1", "150000", Map.of("to", "none"));
        assertThat(room.file.openTasks(ALLOCATION)).isEmpty();

        room.clear();

        assertThat(room.due(1).isPaid()).isTrue();
    }

    @Test
    @DisplayName("a revision that lowers an instalment moves what exceeds it to the next")
    void aRevisionLowers() {
        room.receive("V-1", "150000", Map.of());
        room.file.revise(anOrder().signedOn(DAY).revised(2).prepaid(10).build());

        room.clear();

        assertThat(List.of(room.due(1).paid(), room.due(2).paid())).containsExactly(Money.cny(50_000), Money.cny(100_000));
        assertThat(history()).anyMatch(Payment::isReversed);
    }

    @Test
    @DisplayName("R-7.5, R-4.15: what was paid for an order that is cancelled is owed to the payer: flagged, and repaid; nothing falls due again")
    void whatWasPaidForACancelledOrder() {
        room.receive("V-1", "150000", Map.of());
        room.receive("V-2", "1000", Map.of());
        room.passed(MilestoneName.REVIEW_TERMINATED, DAY.plusDays(3));

        assertThat(history()).isNotEmpty().allMatch(Payment::isReversed).allMatch(each -> each.reversedWhy().equals(Payment.ENDED));
        assertThat(room.file.openTasks(ALLOCATION)).extracting(Task::subject).containsExactlyInAnyOrder("V-1", "V-2");

        repay("V-1");
        repay("V-2");
        assertThat(room.file.openTasks(ALLOCATION)).isEmpty();
        room.run(() -> room.schedule.warrantyEnded(room.file, DAY.plusDays(3)));
        assertThat(room.dues()).isEmpty();
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.FINANCE_COLLECTED);
    }

    @Test
    @DisplayName("R-7.5: money that came before the clearance of an order that ended is flagged too")
    void whatWasPaidBeforeTheClearance() {
        room.close();
        room = new CollectionRoom(dialect, anOrder().signedOn(DAY).build());
        room.receive("V-1", "150000", Map.of("to", "none"));

        room.passed(MilestoneName.REVIEW_TERMINATED, DAY);

        repay("V-1");
        assertThat(room.file.openTasks(ALLOCATION)).isEmpty();
    }

    private void repay(String voucher) {
        room.on(ALLOCATION, voucher, "tang", Role.FINANCE_CLERK, new Allocate(room.receipts, room.schedule, room.posting, room.penalties),
                Map.of("to", "repaid", "reason", "the order was cancelled"));
    }

    private void reverse(String allocation, String why) {
        room.as("tang", Role.FINANCE_CLERK, new ReverseAllocation(room.receipts, room.schedule, room.posting, room.settling),
                Map.of("allocation", allocation, "reason", why));
    }

    private List<Payment> history() {
        return room.read(() -> room.schedule.history(room.file.number()));
    }

    private BigDecimal exposure() {
        return room.command(() -> room.credit.account(room.file.order().orElseThrow(), DAY)).exposure();
    }
}
