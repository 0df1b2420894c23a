package dev.kontor.finance.schedule;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.PaymentPlan;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
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
@DisplayName("Regulation 7.1: finance follows collection by the contract's payment plan (R-7.1)")
final class ScheduleTest {

    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 2);

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;

    private void open(Order order) {
        room = new CollectionRoom(dialect, order);
        room.clear();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("the schedule sums to the order's total to the cent, whatever the shares")
    void sumsToTheCent() {
        open(anOrder().worth(new Money(new java.math.BigDecimal("100000.01"), "CNY")).paidIn(5).build());

        assertThat(room.dues().stream().map(Due::amount).reduce(Money::plus)).contains(room.file.order().orElseThrow().total());
    }

    @Test
    @DisplayName("what follows the contract has its day at once, what follows dispatch or acceptance waits for it")
    void waitsForItsEvents() {
        open(anOrder().signedOn(SIGNED).build());

        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2026, 3, 12));
        assertThat(room.due(2).waitingFor()).containsExactly("dispatch");
        assertThat(room.due(2).dueOn()).isEmpty();
        assertThat(room.due(3).waitingFor()).containsExactly("acceptance");

        room.passed(MilestoneName.LOGISTICS_DISPATCHED, LocalDate.of(2026, 9, 1));
        assertThat(room.due(2).dueOn()).as("a month after dispatch").contains(LocalDate.of(2026, 10, 1));
        room.passed(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 10));
        assertThat(room.due(3).dueOn()).as("12 months after acceptance").contains(LocalDate.of(2027, 9, 10));
    }

    @Test
    @DisplayName("R-6.10: each acceptance is an event of its own; where the final one delivers, that on arrival is still that on arrival")
    void eachAcceptanceIsAnEvent() {
        open(planned(SIGNED, DueTerm.after("pre-acceptance", 0, 0), DueTerm.after("acceptance", 0, 0),
                DueTerm.after("final-acceptance", 0, 0), DueTerm.after("warranty-end", 0, 0)));
        assertThat(room.due(1).waitingFor()).containsExactly("pre-acceptance");

        room.passed(MilestoneName.LOGISTICS_PRE_ACCEPTED, LocalDate.of(2026, 8, 3));
        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2026, 8, 3));
        room.passed(MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED, LocalDate.of(2026, 9, 1));
        assertThat(room.due(2).dueOn()).contains(LocalDate.of(2026, 9, 1));
        assertThat(room.due(3).dueOn()).isEmpty();
        room.passed(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 15));
        room.passed(MilestoneName.LOGISTICS_FINALLY_ACCEPTED, LocalDate.of(2026, 9, 15));

        assertThat(room.due(2).dueOn()).contains(LocalDate.of(2026, 9, 1));
        assertThat(room.due(3).dueOn()).contains(LocalDate.of(2026, 9, 15));
    }

    @Test
    @DisplayName("R-6.10: silence that counts as acceptance makes money due, and a signature that comes later moves nothing; warranty waits for delivery")
    void deemedAcceptanceIsTheEvent() {
        open(planned(SIGNED, DueTerm.after("acceptance", 0, 1), DueTerm.after("warranty-end", 0, 0)));
        room.passed(MilestoneName.LOGISTICS_DEEMED_ACCEPTED, LocalDate.of(2026, 9, 1));
        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2026, 9, 2));
        assertThat(room.due(2).waitingFor()).containsExactly("warranty-end");

        room.passed(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 15));

        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2026, 9, 2));
        assertThat(room.due(2).dueOn()).isPresent();
    }

    @Test
    @DisplayName("R-6.10: where the final acceptance delivers, and that on arrival was signed for after it was deemed, the silence counts")
    void deemedBeforeItWasSignedOnArrival() {
        open(planned(SIGNED, DueTerm.after("acceptance", 0, 0)));
        room.passed(MilestoneName.LOGISTICS_DEEMED_ACCEPTED, LocalDate.of(2026, 9, 1));
        room.passed(MilestoneName.LOGISTICS_ARRIVAL_ACCEPTED, LocalDate.of(2026, 9, 8));
        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2026, 9, 1));
    }

    @Test
    @DisplayName("a day off rolls to the next working day: Friday stays, Saturday and Sunday become Monday (policy 4)")
    void rollsPastDaysOff() {
        open(planned(SIGNED, DueTerm.after("contract-in-force", 0, 4)));
        assertThat(room.due(1).dueOn()).as("Friday").contains(LocalDate.of(2026, 3, 6));
        room.close();
        open(planned(SIGNED, DueTerm.after("contract-in-force", 0, 5)));
        assertThat(room.due(1).dueOn()).as("Saturday").contains(LocalDate.of(2026, 3, 9));
        room.close();
        open(planned(SIGNED, DueTerm.on(LocalDate.of(2026, 3, 8))));
        assertThat(room.due(1).dueOn()).as("a fixed Sunday").contains(LocalDate.of(2026, 3, 9));
    }

    @Test
    @DisplayName("of several events the first counts, or the last when all must have happened (policy 8)")
    void firstOrLastOfSeveral() {
        open(planned(SIGNED, new DueTerm("", List.of("acceptance", "arrival"), true, 1, 0)));
        room.passed(MilestoneName.LOGISTICS_ARRIVED, LocalDate.of(2026, 9, 1));
        assertThat(room.due(1).dueOn()).as("first").contains(LocalDate.of(2026, 10, 1));
        room.close();

        open(planned(SIGNED, new DueTerm("", List.of("acceptance", "arrival"), false, 1, 0)));
        room.passed(MilestoneName.LOGISTICS_ARRIVED, LocalDate.of(2026, 9, 1));
        assertThat(room.due(1).waitingFor()).containsExactly("acceptance");
        room.passed(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 8));
        assertThat(room.due(1).dueOn()).as("last").contains(LocalDate.of(2026, 10, 8));
    }

    @Test
    @DisplayName("policies 8, 12: each event has its own span: 12 months after acceptance or 18 after arrival, the first or last of both")
    void eachEventHasItsSpan() {
        open(planned(SIGNED, spans(true), spans(false)));
        room.passed(MilestoneName.LOGISTICS_ARRIVED, LocalDate.of(2026, 9, 1));
        assertThat(room.due(1).dueOn()).as("18 months after arrival").contains(LocalDate.of(2028, 3, 1));
        assertThat(room.due(2).waitingFor()).containsExactly("acceptance");

        room.passed(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2027, 2, 26));
        assertThat(room.due(1).dueOn()).as("12 months after acceptance are over first").contains(LocalDate.of(2028, 2, 28));
        assertThat(room.due(2).dueOn()).contains(LocalDate.of(2028, 3, 1));
    }

    private static DueTerm spans(boolean earliest) {
        return new DueTerm("", List.of("acceptance", "arrival"), earliest, 12, 0, false, List.of(new DueTerm.Span(18, 0)));
    }

    @Test
    @DisplayName("policy 4: a contract that says so counts working days; the day of the event is not counted")
    void workingDays() {
        open(planned(SIGNED, new DueTerm("", List.of("contract-in-force"), true, 0, 5, true, List.of())));

        assertThat(room.due(1).dueOn()).as("from Monday, the 2nd").contains(LocalDate.of(2026, 3, 9));
    }

    @Test
    @DisplayName("what counts from the invoice waits for its receipt, for each instalment by itself; a corrected day moves it")
    void countsFromTheInvoice() {
        open(planned(SIGNED, DueTerm.after("invoice-received", 0, 30), DueTerm.after("invoice-received", 0, 30)));
        assertThat(room.due(1).waitingFor()).containsExactly("invoice-received");

        received(Map.of(1, LocalDate.of(2026, 3, 2)));
        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2026, 4, 1));
        assertThat(room.due(2).dueOn()).isEmpty();

        received(Map.of(1, LocalDate.of(2026, 3, 3)));
        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2026, 4, 2));

        received(Map.of(2, LocalDate.of(2026, 3, 3)));
        assertThat(room.due(1).waitingFor()).as("its invoice is taken back").containsExactly("invoice-received");
    }

    private void received(Map<Integer, LocalDate> days) {
        room.run(() -> room.collecting.invoicesReceived(room.file, days));
    }

    @Test
    @DisplayName("the warranty ends the company's months after delivery, or on the day of its certificate (policy 12)")
    void endOfWarranty() {
        open(planned(SIGNED, DueTerm.after("warranty-end", 0, 0)));
        assertThat(room.due(1).waitingFor()).containsExactly("warranty-end");
        room.passed(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 10));
        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2027, 9, 10));

        RecordWarrantyEnd command = new RecordWarrantyEnd(room.schedule, room.collecting);
        Map<String, Object> certified = Map.of("ended-on", "2027-12-01", "certificate", CollectionRoom.PAPER);
        assertThat(CollectionRoom.gaps(() -> room.as("tang", Role.FINANCE_CLERK, command, certified))).as("to come").containsExactly("ended-on");
        room.file.setToday(LocalDate.of(2027, 12, 1));
        room.as("tang", Role.FINANCE_CLERK, command, certified);
        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2027, 12, 1));
        assertThat(room.file.documents()).extracting(each -> each.kind().value()).containsExactly("finance.warranty-certificate");
    }

    @Test
    @DisplayName("R-7.3: a certificate of another day changes the dunning level with it, on both sides of the level's day")
    void aCorrectedDayChangesTheLevelAtOnce() {
        open(planned(SIGNED, DueTerm.after("warranty-end", 0, 0)));
        room.passed(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 9, 10));
        LocalDate today = LocalDate.of(2027, 10, 14);
        room.goOnTo(today);
        assertThat(room.due(1).level()).isEqualTo("letter");

        certified(today.minusDays(7));
        assertThat(room.due(1).level()).isEqualTo("reminder");
        certified(today.minusDays(6));
        assertThat(room.due(1).level()).isEqualTo("call");
        certified(today);
        assertThat(room.due(1).level()).isEmpty();
        assertThat(room.file.openTasks()).extracting(task -> task.kind().value()).noneMatch(kind -> kind.startsWith("finance.dunning-"));
    }

    private void certified(LocalDate day) {
        room.as("tang", Role.FINANCE_CLERK, new RecordWarrantyEnd(room.schedule, room.collecting),
                Map.of("ended-on", day.toString(), "certificate", CollectionRoom.PAPER));
    }

    @Test
    @DisplayName("a later revision replaces amounts and days, and what it no longer has is owed no longer")
    void aRevisionReplaces() {
        open(anOrder().signedOn(SIGNED).paidIn(4).build());
        room.run(() -> room.file.revise(anOrder().signedOn(SIGNED).revised(2).worth(Money.cny(400_000)).build()));
        room.clear();

        assertThat(room.dues()).hasSize(3);
        assertThat(room.due(1).amount()).isEqualTo(Money.cny(120_000));
        assertThat(room.file.planned()).doesNotContainKey("finance late 4");
    }

    @Test
    @DisplayName("R-4.15: a day that was agreed for an instalment stays with a new amount, and goes with another kind or due term")
    void anAgreedDayIsOfItsInstalment() {
        LocalDate agreed = LocalDate.of(2026, 6, 1);
        open(anOrder().signedOn(SIGNED).build());
        room.run(() -> room.schedule.reschedule(room.file, 1, agreed));

        revise(anOrder().signedOn(SIGNED).revised(2).prepaid(40).build());
        assertThat(room.due(1).dueOn()).contains(agreed);

        Order plain = anOrder().signedOn(SIGNED).build();
        revise(anOrder().signedOn(SIGNED).revised(3).paidAs(new Instalment(
                1, "progress", plain.total(), plain.payment().instalments().get(0).due(), "transfer", "")).build());
        assertThat(room.due(1).dueOn()).as("another kind").contains(LocalDate.of(2026, 3, 12));

        room.run(() -> room.schedule.reschedule(room.file, 1, agreed));
        revise(anOrder().signedOn(SIGNED).revised(4).paidAs(
                new Instalment(1, "progress", plain.total(), DueTerm.after("contract-in-force", 0, 11), "transfer", "")).build());
        assertThat(room.due(1).dueOn()).as("another term").contains(LocalDate.of(2026, 3, 13));
    }

    @Test
    @DisplayName("R-4.15: a revision under review leaves the instalments of the one before it, whatever happens meanwhile")
    void aRevisionUnderReviewIsNotFollowed() {
        LocalDate agreed = LocalDate.of(2026, 6, 1);
        open(anOrder().signedOn(SIGNED).build());
        room.run(() -> room.schedule.reschedule(room.file, 1, agreed));
        Money before = room.due(1).amount();
        room.run(() -> {
            room.file.revise(anOrder().signedOn(SIGNED).revised(2).paidIn(4).build());
            room.file.withdraw(MilestoneName.REVIEW_CLEARED, Text.of("review.reopened", 2));
        });

        room.passed(MilestoneName.LOGISTICS_DISPATCHED, LocalDate.of(2026, 4, 1));
        assertThat(room.dues()).hasSize(3);
        assertThat(room.due(1).amount()).isEqualTo(before);
        assertThat(room.due(1).dueOn()).contains(agreed);
        assertThat(room.due(2).dueOn()).isPresent();

        room.clear();
        assertThat(room.dues()).hasSize(4);
    }

    private void revise(Order order) {
        room.run(() -> room.file.revise(order));
        room.clear();
    }

    @Test
    @DisplayName("sales is to talk to the customer five working days before, finance knows on the day, dunning begins the day after (R-7.2)")
    void theDaysOfAnInstalmentArePlanned() {
        open(anOrder().signedOn(SIGNED).build());

        assertThat(room.file.planned())
                .containsEntry("finance remind 1", LocalDate.of(2026, 3, 5))
                .containsEntry("finance due 1", LocalDate.of(2026, 3, 12))
                .containsEntry("finance late 1", LocalDate.of(2026, 3, 13))
                .doesNotContainKeys("finance remind 2", "finance late 3");
    }

    private static Order planned(LocalDate signed, DueTerm... terms) {
        Order plain = anOrder().signedOn(signed).build();
        Money each = Money.rounded(plain.total().amount().divide(java.math.BigDecimal.valueOf(terms.length)), "CNY");
        List<Instalment> parts = java.util.stream.IntStream.range(0, terms.length)
                .mapToObj(i -> new Instalment(i + 1, "progress", each, terms[i], "transfer", ""))
                .toList();
        return new Order(plain.number(), 1, plain.contract(), plain.customer(), plain.customerName(), plain.contact(), plain.lines(),
                new PaymentPlan(parts), plain.delivery(), plain.terms(), plain.representative(), plain.channel(), plain.more());
    }

    @Test
    void nothingIsKnownOfAnOrderThatIsNotCleared() {
        room = new CollectionRoom(dialect, anOrder().build());

        assertThat(room.dues()).isEmpty();
        assertThat(room.read(() -> room.schedule.instalment(room.file.number(), 1))).isEqualTo(Optional.empty());
    }
}
