package dev.kontor.finance.penalty;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.finance.TaxRoom;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.WeekdayCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 7.2: contractual penalties both ways, by the order's breach clause (R-7.8)")
final class PenaltyTest {

    private static final LocalDate DELIVERY = LocalDate.of(2026, 9, 1);
    private static final LocalDate ADVANCE = LocalDate.of(2026, 3, 12);

    @Parameter
    private Dialect dialect;

    private TaxRoom room;

    private void open(Order order) {
        room = new TaxRoom(dialect, order);
        room.run(() -> room.file.reach(MilestoneName.REVIEW_CLEARED));
        room.file.as("tang", Role.FINANCE_CLERK);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("late delivery is against us: nothing on the last day of the grace, and then day by day until the goods arrive")
    void lateDelivery() {
        open(anOrder().worth(Money.cny(500_000)).deliveredOn(DELIVERY).build());
        terms(Side.LATE_DELIVERY, Map.of());

        assertThat(owedOn(DELIVERY.plusDays(7), Side.LATE_DELIVERY)).isEqualTo("0.00");
        assertThat(owedOn(DELIVERY.plusDays(8), Side.LATE_DELIVERY)).isEqualTo("250.00");
        assertThat(owedOn(DELIVERY.plusDays(10), Side.LATE_DELIVERY)).isEqualTo("750.00");
        room.run(() -> room.file.reach(MilestoneName.LOGISTICS_ARRIVED, DELIVERY.plusDays(9)));

        assertThat(owedOn(DELIVERY.plusDays(60), Side.LATE_DELIVERY)).as("it arrived on the ninth day").isEqualTo("500.00");
        assertThat(owedOn(DELIVERY.plusDays(60), Side.LATE_PAYMENT)).as("no term was agreed for that").isEqualTo("0.00");
    }

    @Test
    @DisplayName("an arrival that is recorded late, of a day within the grace, ends the penalty as if it had never run")
    void recordedLate() {
        open(anOrder().worth(Money.cny(500_000)).deliveredOn(DELIVERY).build());
        terms(Side.LATE_DELIVERY, Map.of());
        assertThat(owedOn(DELIVERY.plusDays(8), Side.LATE_DELIVERY)).isEqualTo("250.00");

        room.run(() -> room.file.reach(MilestoneName.LOGISTICS_ARRIVED, DELIVERY.plusDays(7)));

        assertThat(owedOn(DELIVERY.plusDays(9), Side.LATE_DELIVERY)).isEqualTo("0.00");
    }

    @Test
    @DisplayName("where the late machines alone count, a machine in time costs nothing")
    void machineByMachine() {
        Order plain = anOrder().worth(Money.cny(500_000)).deliveredOn(DELIVERY).build();
        OrderLine one = plain.lines().get(0);
        OrderLine two = new OrderLine(1, one.model(), one.name(), BigDecimal.valueOf(3), one.unit(), Money.cny(100_000), one.taxRate(), List.of(), List.of());
        open(new Order(plain.number(), 1, plain.contract(), plain.customer(), plain.customerName(), plain.contact(), List.of(two), plain.payment(),
                plain.delivery(), plain.terms(), plain.representative(), plain.channel(), plain.more()));
        terms(Side.LATE_DELIVERY, Map.of("by-part", "yes"));
        room.file.setToday(DELIVERY.plusDays(9));
        room.run(() -> {
            room.file.enrol(new SerialNumber("M1"), 1, BigDecimal.ONE);
            room.file.enrol(new SerialNumber("M2"), 1, BigDecimal.ONE);
            room.file.reach(new SerialNumber("M1"), MilestoneName.LOGISTICS_ARRIVED, DELIVERY);
            room.file.reach(new SerialNumber("M2"), MilestoneName.LOGISTICS_ARRIVED, DELIVERY.plusDays(8));
        });

        assertThat(owedOn(DELIVERY.plusDays(9), Side.LATE_DELIVERY)).as("50 for M2, 100 for the one that is not built").isEqualTo("150.00");
    }

    @Test
    @DisplayName("late payment is for us: an instalment costs to the day on which it is paid")
    void latePayment() {
        open(anOrder().worth(Money.cny(500_000)).build());
        terms(Side.LATE_PAYMENT, Map.of());

        assertThat(owedOn(ADVANCE.plusDays(7), Side.LATE_PAYMENT)).isEqualTo("0.00");
        assertThat(owedOn(ADVANCE.plusDays(8), Side.LATE_PAYMENT)).isEqualTo("75.00");
        room.file.setToday(ADVANCE.plusDays(20));
        room.paid(1, Money.cny(150_000), ADVANCE.plusDays(10));

        assertThat(owedOn(ADVANCE.plusDays(30), Side.LATE_PAYMENT)).isEqualTo("225.00");
    }

    @Test
    @DisplayName("the rules are asked on the day that changes something, and not day by day")
    void askedWhenItChanges() {
        open(anOrder().worth(Money.cny(500_000)).deliveredOn(DELIVERY).build());
        terms(Side.LATE_DELIVERY, Map.of());
        String first = decision();

        look(DELIVERY.plusDays(7));
        assertThat(decision()).isEqualTo(first);
        look(DELIVERY.plusDays(8));
        String second = decision();
        look(DELIVERY.plusDays(9));

        assertThat(second).isNotEqualTo(first).isEqualTo(decision());
    }

    @Test
    @DisplayName("terms are those of a breach clause of the contract, with an end of delivery and numbers that can be")
    void termsMakeSense() {
        open(anOrder().build());

        assertThat(gaps(() -> terms(Side.LATE_DELIVERY, Map.of("ends-with", "")))).containsExactly("ends-with");
        assertThat(gaps(() -> terms(Side.LATE_PAYMENT, Map.of("per-mille", "0", "cap", "100.1", "grace", "1.5")))).containsExactly("per-mille", "cap", "grace");
        assertThat(gaps(() -> terms(Side.LATE_PAYMENT, Map.of("per-mille", "100", "cap", "100", "grace", "365")))).isEmpty();
    }

    @Test
    @DisplayName("a waiver is proposed by finance and decided by another person in company leadership; what is granted is not owed")
    void waiver() {
        open(anOrder().worth(Money.cny(500_000)).build());
        terms(Side.LATE_PAYMENT, Map.of());
        look(ADVANCE.plusDays(10));

        assertThat(gaps(() -> propose("225.01"))).containsExactly("amount");
        propose("200.00");
        Task task = room.file.task(ProposeWaiver.TASK, "late-payment");
        assertThat(task.role()).isEqualTo(Role.LEADERSHIP);
        assertThat(task.deadline()).isPresent();
        assertThat(owed(Side.LATE_PAYMENT)).as("nobody has decided").isEqualTo("225.00");

        assertThat(refusal(() -> decide(task, "tang", "granted"))).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(refusal(() -> decide(task, "lina", "granted"))).as("it is her order").isEqualTo(Refused.Reason.FORBIDDEN);
        decide(task, "gao", "granted");

        assertThat(owed(Side.LATE_PAYMENT)).isEqualTo("25.00");
        assertThat(room.file.openTasks(ProposeWaiver.TASK)).isEmpty();
        assertThat(room.file.told()).as("who proposed it").extracting(Text::key).contains("finance.penalty.waiver-decided");
    }

    @Test
    @DisplayName("finance is asked at the clearance to enter what the breach clause agrees, and again when a revision changes the clause")
    void theClauseIsRead() {
        open(anOrder().build());
        look(DELIVERY.minusDays(20));
        Task asked = room.file.task(ConfirmPenaltyTerms.TASK, "finance");
        assertThat(asked.deadline()).isPresent();
        assertThat(gaps(() -> confirm(Map.of()))).as("nothing is entered").containsExactly("nothing-agreed");

        terms(Side.LATE_PAYMENT, Map.of());
        assertThat(room.file.openTasks(ConfirmPenaltyTerms.TASK)).as("the other side may have terms too").hasSize(1);
        assertThat(gaps(() -> confirm(Map.of("nothing-agreed", "yes")))).containsExactly("nothing-agreed");
        confirm(Map.of());
        look(DELIVERY.minusDays(19));
        assertThat(room.file.openTasks(ConfirmPenaltyTerms.TASK)).isEmpty();

        room.file.revise(anOrder().revised(2).calling("1").build());
        look(DELIVERY.minusDays(18));
        assertThat(room.file.openTasks(ConfirmPenaltyTerms.TASK)).as("another telephone number").isEmpty();
        room.file.revise(anOrder().revised(3).withTerms(new ContractTerm("breach", "9", "0.1 % a day.")).build());
        look(DELIVERY.minusDays(17));
        assertThat(room.file.openTasks(ConfirmPenaltyTerms.TASK)).hasSize(1);
    }

    private void confirm(Map<String, Object> values) {
        run(new ConfirmPenaltyTerms(room.penaltyBook), Optional.of(room.file.task(ConfirmPenaltyTerms.TASK, "finance")), values);
    }

    @Test
    @DisplayName("a waiver that leadership declines leaves the penalty as it is")
    void declined() {
        open(anOrder().worth(Money.cny(500_000)).build());
        terms(Side.LATE_PAYMENT, Map.of());
        look(ADVANCE.plusDays(10));
        propose("225.00");

        decide(room.file.task(ProposeWaiver.TASK, "late-payment"), "gao", "declined");

        assertThat(owed(Side.LATE_PAYMENT)).isEqualTo("225.00");
    }

    private String owedOn(LocalDate day, Side side) {
        look(day);
        return owed(side);
    }

    private void look(LocalDate day) {
        room.file.setToday(day);
        room.run(() -> room.penalties.look(room.file));
    }

    private String owed(Side side) {
        return room.read(() -> room.penalties.owed(room.file, side)).amount().toPlainString();
    }

    private String decision() {
        return room.file.decisions().stream().filter(each -> each.point().equals(Penalties.POINT)).findFirst().orElseThrow().id();
    }

    private void terms(Side side, Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "side", side.value(), "clause", "9", "per-mille", "0.5", "cap", "5", "grace", "7", "ends-with", "logistics.arrived"));
        values.putAll(changed);
        run(new SetPenaltyTerms(room.penaltyBook, room.penalties), Optional.empty(), values);
    }

    private void propose(String amount) {
        run(new ProposeWaiver(room.penaltyBook, room.penalties, new WeekdayCalendar()), Optional.empty(),
                Map.of("side", "late-payment", "amount", amount, "reason", "the customer's bank was closed"));
    }

    private void decide(Task task, String person, String verdict) {
        room.file.as(person, Role.LEADERSHIP);
        run(new DecideWaiver(room.penaltyBook, room.penalties), Optional.of(task), Map.of("verdict", verdict));
    }

    private void run(OrderCommand command, Optional<Task> task, Map<String, Object> values) {
        room.command(() -> command.run(room.file, task, new Values(values)));
    }

    private static List<String> gaps(Runnable attempt) {
        Refused refused = catchThrowableOfType(Refused.class, attempt::run);
        return Optional.ofNullable(refused).stream().flatMap(each -> each.gaps().stream()).map(Refused.Gap::field).toList();
    }

    private static Refused.Reason refusal(Runnable attempt) {
        return catchThrowableOfType(Refused.class, attempt::run).reason();
    }
}
