package dev.kontor.finance.release;

import static dev.kontor.finance.CollectionRoom.gaps;
import static dev.kontor.finance.CollectionRoom.refusal;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.DueTerm;
import dev.kontor.api.order.Instalment;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.WeekdayCalendar;
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
@DisplayName("Regulation 4.2, 7.1: money and credit are looked at again before production and dispatch (R-4.16, policies 7, 9, 13)")
final class GatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final TaskKind RELEASE = new TaskKind("finance.release");

    private static final BigDecimal HUNDRED = new BigDecimal("100.00");

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;

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
    @DisplayName("policy 7: no production before the advance is paid to the last cent; when it is, production is asked again by itself")
    void prepaymentHoldsProduction() {
        assertThat(holds("production/start")).containsExactly("production");
        assertThat(refusal(() -> room.file.reach(MilestoneName.PRODUCTION_STARTED)).reason()).isEqualTo(Refused.Reason.CONFLICT);

        pay("149999.99");
        assertThat(refusal(() -> room.file.reach(MilestoneName.PRODUCTION_STARTED))).isNotNull();
        pay("0.01");
        room.file.reach(MilestoneName.PRODUCTION_STARTED);
    }

    @Test
    @DisplayName("R-4.16: an order that is cleared is held by its plan while finance has still to take it over, and so is a new prepayment")
    void heldBeforeFinanceTookItOver() {
        room.close();
        room = new CollectionRoom(dialect, anOrder().signedOn(DAY).build());
        assertThat(holds("production/start")).as("not cleared").isEmpty();
        room.run(() -> room.file.reach(MilestoneName.REVIEW_CLEARED));
        assertThat(holds("production/start")).containsExactly("production");
        assertThat(holds("logistics/dispatch")).containsExactly("payment");
        assertThat(holds("logistics/release")).containsExactly("payment");

        room.clear();
        pay("150000");
        assertThat(holds("production/start")).isEmpty();
        room.run(() -> room.file.revise(anOrder().signedOn(DAY).revised(2).prepaid(31).build()));
        assertThat(holds("production/start")).as("5,000 more of it").containsExactly("production");
        room.clear();
        assertThat(holds("production/start")).containsExactly("production");
    }

    @Test
    @DisplayName("policy 9: a release takes two, holds on its last day and no longer, up to its amount, and only for what it names")
    void aReleaseTakesTwo() {
        propose("zhou", Role.FINANCE_CREDIT, "production", "150000");
        assertThat(holds("production/start")).containsExactly("production");
        assertThat(refusal(() -> confirm("zhou", "production")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(refusal(() -> confirm("lina", "production")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);

        confirm("gao", "production");
        room.file.reach(MilestoneName.PRODUCTION_STARTED);

        assertThat(holds("logistics/dispatch")).as("dispatch is another matter").containsExactly("payment");
        room.file.setToday(LAST);
        assertThat(holds("production/start")).doesNotContain("production");
        room.file.setToday(LAST.plusDays(1));
        assertThat(holds("production/start")).contains("production");
        assertThat(room.read(() -> room.releases.of(room.file.number()))).singleElement().satisfies(release ->
                assertThat(List.of(release.proposedBy(), release.settledBy(), release.reason()))
                        .containsExactly("zhou", "gao", "known for years"));
    }

    @Test
    @DisplayName("policy 9: less than what is at stake, a day that is past, the order's own representative: refused")
    void whatIsNoRelease() {
        assertThat(gaps(() -> propose("zhou", Role.FINANCE_CREDIT, "production", "149999.99"))).containsExactly("amount");
        assertThat(refusal(() -> propose("lina", Role.LEADERSHIP, "production", "150000")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(gaps(() -> propose("zhou", Role.FINANCE_CREDIT, "dunning", "150000"))).as("nothing is stopped").containsExactly("item");
    }

    @Test
    @DisplayName("R-4.16: a day late an instalment of the order holds its dispatch, on its day it does not")
    void lateHoldsDispatch() {
        pay("150000");
        room.passed(MilestoneName.LOGISTICS_DISPATCHED, LocalDate.of(2026, 4, 1));
        room.file.setToday(LocalDate.of(2026, 5, 1));
        assertThat(holds("logistics/dispatch")).isEmpty();
        room.file.setToday(LocalDate.of(2026, 5, 2));
        assertThat(holds("logistics/dispatch")).containsExactly("overdue");
        assertThat(holds("logistics/release")).containsExactly("overdue");
    }

    @Test
    @DisplayName("policy 7: what is due before dispatch falls due once the order is ready to ship: reminded, dunned, paid, dispatched (R-7.2)")
    void dueBeforeDispatch() {
        room.close();
        room = new CollectionRoom(dialect, anOrder().signedOn(DAY).paidAs(
                new Instalment(1, "before-dispatch", Money.cny(500_000), DueTerm.after("ready-to-ship", 0, 7), "transfer", "")).build());
        room.clear();
        assertThat(room.due(1).waitingFor()).containsExactly("ready-to-ship");

        room.passed(MilestoneName.PRODUCTION_FINISHED, LocalDate.of(2026, 8, 3));
        room.goOnTo(LocalDate.of(2026, 8, 3));
        assertThat(room.due(1).dueOn()).contains(LocalDate.of(2026, 8, 10));
        assertThat(room.file.openTasks(new TaskKind("finance.reminder"))).hasSize(1);
        room.goOnTo(LocalDate.of(2026, 8, 10));
        assertThat(room.file.openTasks(new TaskKind("finance.dunning-call"))).isEmpty();
        room.goOnTo(LocalDate.of(2026, 8, 11));
        assertThat(room.file.openTasks(new TaskKind("finance.dunning-call"))).hasSize(1);
        assertThat(holds("logistics/dispatch")).containsExactly("payment");

        pay("500000");
        assertThat(holds("logistics/dispatch")).isEmpty();
        room.file.reach(MilestoneName.LOGISTICS_DISPATCHED);
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("policy 13: from the dunning letter on the customer gets nothing, on no order, until it has paid")
    void theLetterStopsEveryOrder() {
        limit(2_000_000);
        FakeOrderFile other = room.cleared(anOrder().numbered(2).signedOn(DAY).prepaid(0).build());
        room.goOnTo(LocalDate.of(2026, 4, 10));
        other.setToday(LocalDate.of(2026, 4, 10));
        assertThat(holds(other, "logistics/dispatch")).as("29 days late").isEmpty();
        room.goOnTo(LocalDate.of(2026, 4, 11));
        other.setToday(LocalDate.of(2026, 4, 11));
        assertThat(holds(other, "logistics/dispatch")).as("30 days late").containsExactly("dunning");

        pay("150000");

        assertThat(holds(other, "logistics/dispatch")).isEmpty();
    }

    @Test
    @DisplayName("R-4.16: of two orders within one limit both go at the limit; a cent less of it and neither does, until one pays")
    void theLimitIsLookedAtAgain() {
        limit(850_000);
        FakeOrderFile other = room.cleared(anOrder().numbered(2).signedOn(DAY).prepaid(0).build());
        pay("150000");
        assertThat(holds("logistics/dispatch")).as("350,000 and 500,000 within 850,000").isEmpty();
        assertThat(holds(other, "logistics/dispatch")).isEmpty();

        limit(849_999);
        assertThat(holds("logistics/dispatch")).containsExactly("credit");
        assertThat(holds(other, "logistics/dispatch")).containsExactly("credit");

        pay("1");
        assertThat(holds(other, "logistics/dispatch")).isEmpty();
    }

    @Test
    @DisplayName("R-4.16: what a limit in another currency says nothing about is held, and goes when two release all that is open of it")
    void aForeignOrderIsReleasedByTwo() {
        limit(2_000_000);
        FakeOrderFile foreign = room.cleared(anOrder().numbered(2).signedOn(DAY).prepaid(0).worth(new Money(HUNDRED, "USD")).build());
        assertThat(holds(foreign, "logistics/dispatch")).containsExactly("credit-currency");
        assertThat(holds(foreign, "logistics/release")).containsExactly("credit-currency");
        assertThat(holds("logistics/release")).as("the customer's other order, in the limit's currency").contains("credit-currency");

        room.file = foreign;
        assertThat(gaps(() -> propose("zhou", Role.FINANCE_CREDIT, "credit", "99.99"))).containsExactly("amount");
        propose("zhou", Role.FINANCE_CREDIT, "credit", "100");
        confirm("gao", "credit");

        assertThat(holds("logistics/dispatch")).isEmpty();
    }

    private List<String> holds(String point) {
        return holds(room.file, point);
    }

    private List<String> holds(FakeOrderFile file, String point) {
        return room.command(() -> file.consult(Question.at(new ConsultationPoint(point)))).all(Hold.class).stream()
                .map(Hold::subject)
                .toList();
    }

    private void limit(long yuan) {
        room.grant("C-0001", Money.cny(yuan), LocalDate.of(2026, 12, 31));
    }

    private void pay(String amount) {
        room.receive("V-" + amount, amount, Map.of());
    }

    private void propose(String person, Role role, String item, String amount) {
        room.as(person, role, new ProposeRelease(room.releases, room.dunning, new WeekdayCalendar()),
                Map.of("item", item, "amount", amount, "expires", LAST.toString(), "reason", "known for years"));
    }

    private void confirm(String person, String item) {
        room.on(RELEASE, item, person, Role.LEADERSHIP, new ConfirmRelease(room.releases, room.collecting), Map.of("agreed", "yes"));
    }
}
