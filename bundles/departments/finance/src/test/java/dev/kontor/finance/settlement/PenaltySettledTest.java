package dev.kontor.finance.settlement;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.finance.TaxRoom;
import dev.kontor.finance.penalty.DecideSetOff;
import dev.kontor.finance.penalty.DecideWaiver;
import dev.kontor.finance.penalty.ProposeSetOff;
import dev.kontor.finance.penalty.ProposeWaiver;
import dev.kontor.finance.penalty.SetPenaltyTerms;
import dev.kontor.finance.penalty.Side;
import dev.kontor.finance.receipt.Allocate;
import dev.kontor.finance.receipt.ReverseAllocation;
import dev.kontor.finance.schedule.Due;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.WeekdayCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 7.2: a penalty is set off, or paid, and so the order is collected and settled (R-7.8, R-7.6)")
final class PenaltySettledTest {

    private static final LocalDate DELIVERY = LocalDate.of(2026, 4, 15);
    private static final TaskKind SET_OFF = new TaskKind("finance.set-off");

    @Parameter
    private Dialect dialect;

    private TaxRoom room;

    /** 113,000, of which 11,300 are retained; delivered ten days late, three beyond the grace: 0.5 ‰ a day are 169.50. */
    @BeforeEach
    void open() {
        room = new TaxRoom(dialect, anOrder().worth(Money.cny(113_000)).deliveredOn(DELIVERY).build());
        room.file.with(room.department);
        room.run(() -> room.file.reach(MilestoneName.REVIEW_CLEARED));
        terms(Side.LATE_DELIVERY);
        room.file.setToday(DELIVERY.plusDays(10));
        room.run(() -> {
            List.of(MilestoneName.LOGISTICS_DISPATCHED, MilestoneName.LOGISTICS_ARRIVED, MilestoneName.LOGISTICS_DELIVERED)
                    .forEach(room.file::reach);
            room.schedule.refresh(room.file);
            room.penalties.look(room.file);
        });
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("R-7.8: what the customer keeps back is set off by two persons, up to the cent; the order is collected and its balance is nothing")
    void aLateDeliveryIsSetOff() {
        room.receive("V-1", "101530.50");
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.FINANCE_COLLECTED);
        assertThat(gaps(() -> propose("169.51"))).containsExactly("amount");
        propose("169.50");
        assertThat(differences()).contains("finance.settlement.set-off-open");
        assertThat(due(2).isPaid()).as("nobody has decided").isFalse();
        assertThat(refusal(() -> propose("1")).reason()).as("one at a time").isEqualTo(Refused.Reason.CONFLICT);
        assertThat(refusal(() -> decide("tang", "granted")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(refusal(() -> decide("lina", "granted")).reason()).as("it is her order").isEqualTo(Refused.Reason.FORBIDDEN);

        decide("gao", "granted");

        assertThat(due(2).isPaid()).isTrue();
        assertThat(room.file.milestones()).contains(MilestoneName.FINANCE_COLLECTED);
        assertThat(owed(Side.LATE_DELIVERY)).isEqualTo("0.00");
        assertThat(figures().balance()).isEqualTo(Money.zero("CNY"));
        assertThat(differences()).doesNotContain("finance.settlement.receipts-differ", "finance.settlement.set-off-open");
    }

    @Test
    @DisplayName("R-7.8: what leadership declines is not set off; what was set off can be taken back, and is owed again")
    void declinedOrReversed() {
        room.receive("V-1", "101530.50");
        propose("169.50");
        decide("gao", "declined");
        assertThat(due(2).isPaid()).isFalse();

        propose("100");
        decide("gao", "granted");
        assertThat(owed(Side.LATE_DELIVERY)).isEqualTo("69.50");
        String setOff = room.read(() -> room.schedule.history(room.file.number())).stream()
                .filter(each -> each.amount().equals(Money.cny(100)))
                .findFirst()
                .orElseThrow()
                .id();
        run(new ReverseAllocation(room.receipts, room.schedule, room.posting, room.settling), "tang", Role.FINANCE_CLERK,
                Optional.empty(), Map.of("allocation", setOff, "reason", "the customer paid after all"));

        assertThat(owed(Side.LATE_DELIVERY)).isEqualTo("169.50");
        assertThat(due(2).open().amount()).isEqualByComparingTo("169.50");
    }

    @Test
    @DisplayName("R-7.8: a set-off that no longer fits a revised order pays what that owes, as far as it goes")
    void aSetOffOutlivesARevision() {
        propose("169.50");
        decide("gao", "granted");
        room.file.revise(anOrder().revised(2).worth(Money.cny(113_000)).paidIn(1).deliveredOn(DELIVERY).build());

        room.run(() -> room.file.arrive(room.department, MilestoneName.REVIEW_CLEARED.value()));

        assertThat(due(1).paid().amount()).isEqualByComparingTo("169.50");
        assertThat(owed(Side.LATE_DELIVERY)).isEqualTo("0.00");
        assertThat(room.file.told()).as("nothing is left").extracting(Text::key).doesNotContain("finance.penalty.set-off-left");
    }

    @Test
    @DisplayName("R-7.8: what a revised order leaves no room for of a set-off is told to finance and sales, to the cent, and owed again")
    void theRestOfASetOffIsTold() {
        propose("169.50");
        decide("gao", "granted");
        room.file.revise(anOrder().revised(2).worth(Money.cny(169)).paidIn(1).deliveredOn(DELIVERY).build());

        room.run(() -> room.file.arrive(room.department, MilestoneName.REVIEW_CLEARED.value()));

        assertThat(due(1).paid().amount()).isEqualByComparingTo("16.90");
        assertThat(room.file.told())
                .filteredOn(each -> each.key().equals("finance.penalty.set-off-left"))
                .as("finance and the representative")
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.arguments().toString()).contains("169.50", "152.60"));
    }

    @Test
    @DisplayName("R-7.8: a penalty that was set off meanwhile is not waived too")
    void setOffMeanwhile() {
        run(new ProposeWaiver(room.penaltyBook, room.penalties, new WeekdayCalendar()), "tang", Role.FINANCE_CLERK, Optional.empty(),
                Map.of("side", "late-delivery", "amount", "100", "reason", "the site was closed"));
        propose("69.51");
        decide("gao", "granted");

        assertThat(gaps(() -> waive("granted"))).containsExactly("verdict");
        waive("declined");
        assertThat(owed(Side.LATE_DELIVERY)).isEqualTo("99.99");
    }

    private void waive(String verdict) {
        room.file.as("gao", Role.LEADERSHIP);
        room.command(() -> new DecideWaiver(room.penaltyBook, room.penalties)
                .run(room.file, Optional.of(room.file.task(new TaskKind("finance.waiver"), "late-delivery")), new Values(Map.of("verdict", verdict))));
    }

    @Test
    @DisplayName("R-7.8: what was paid meanwhile is not set off")
    void paidMeanwhile() {
        room.receive("V-1", "101530.50");
        propose("169.50");
        room.receive("V-2", "0.01");

        assertThat(gaps(() -> decide("gao", "granted"))).containsExactly("verdict");
    }

    @Test
    @DisplayName("R-7.8, R-7.6: what the customer pays of the penalty for paying late is allocated to it, and is no part of the price")
    void aLatePaymentIsPaid() {
        terms(Side.LATE_PAYMENT);
        room.run(() -> room.penalties.look(room.file));
        room.receive("V-1", "101700");
        String owed = owed(Side.LATE_PAYMENT);
        assertThat(owed).isNotEqualTo("0.00");
        room.receive("V-2", "1000000");
        assertThat(room.file.openTasks(new TaskKind("finance.allocation"))).hasSize(1);

        run(allocate(), "tang", Role.FINANCE_CLERK, Optional.of("V-2"), Map.of("to", "penalty"));

        assertThat(owed(Side.LATE_PAYMENT)).isEqualTo("0.00");
        assertThat(figures().received()).isEqualTo(Money.cny(113_000));
        assertThat(refusal(() -> run(allocate(), "tang", Role.FINANCE_CLERK, Optional.of("V-2"), Map.of("to", "penalty"))).gaps()).hasSize(1);
        run(allocate(), "tang", Role.FINANCE_CLERK, Optional.of("V-2"), Map.of("to", "repaid", "reason", "paid twice"));
        assertThat(room.read(() -> room.receipts.of(room.file.number())))
                .filteredOn(receipt -> receipt.voucher().equals("V-2"))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.repaid().amount().add(new BigDecimal(owed))).isEqualByComparingTo("988700"));
    }

    private Allocate allocate() {
        return new Allocate(room.receipts, room.schedule, room.posting, room.penalties);
    }

    private void terms(Side side) {
        run(new SetPenaltyTerms(room.penaltyBook, room.penalties), "tang", Role.FINANCE_CLERK, Optional.empty(), new HashMap<>(Map.of(
                "side", side.value(), "clause", "9", "per-mille", "0.5", "cap", "5", "grace", "7", "ends-with", "logistics.arrived")));
    }

    private void propose(String amount) {
        run(new ProposeSetOff(room.penaltyBook, room.penalties, room.schedule, new WeekdayCalendar()), "tang", Role.FINANCE_CLERK,
                Optional.empty(), Map.of("instalment", "2", "amount", amount, "agreement", CollectionRoom.PAPER, "reason", "ten days late"));
    }

    private void decide(String person, String verdict) {
        room.file.as(person, Role.LEADERSHIP);
        room.command(() -> new DecideSetOff(room.penaltyBook, room.penalties, room.setOffs)
                .run(room.file, Optional.of(room.file.task(SET_OFF, "2")), new Values(Map.of("verdict", verdict))));
    }

    private Due due(int position) {
        return room.read(() -> room.schedule.instalment(room.file.number(), position)).orElseThrow();
    }

    private String owed(Side side) {
        return room.read(() -> room.penalties.owed(room.file, side)).amount().toPlainString();
    }

    private Figures figures() {
        return room.read(() -> room.settling.figures(room.file));
    }

    private List<String> differences() {
        return figures().differences().stream().map(Text::key).toList();
    }

    /** @param voucher of the receipt that there is a task about */
    private void run(OrderCommand command, String person, Role role, Optional<String> voucher, Map<String, Object> values) {
        room.file.as(person, role);
        room.command(() -> command.run(
                room.file, voucher.map(each -> room.file.task(new TaskKind("finance.allocation"), each)), new Values(values)));
    }

    private static Refused refusal(Runnable attempt) {
        return catchThrowableOfType(Refused.class, attempt::run);
    }

    private static List<String> gaps(Runnable attempt) {
        return Optional.ofNullable(refusal(attempt)).stream().flatMap(each -> each.gaps().stream()).map(Refused.Gap::field).toList();
    }
}
