package dev.kontor.production.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.production.purchasing.book.Requisition;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 5.2: what the plan needs is bought in time, by contract, from approved suppliers, within the budget (R-5.7 to R-5.10)")
final class BuyTest {

    private PurchasingRoom room;

    @BeforeEach
    void aPlanIsReleased() {
        room = new PurchasingRoom(Dialect.DERBY);
        room.releasePlan();
        room.setBudget("3000");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatThePlanNeedsIsOwedByThePurchaserInTime() {
        Task owed = room.file.task(Purchasing.BUY, "R1");

        assertThat(owed.role()).isEqualTo(Role.PRODUCTION_PURCHASER);
        assertThat(owed.deadline().map(Deadline::lastDay)).contains(LocalDate.of(2026, 3, 5));
        assertThat(requisitions()).extracting(Requisition::words).containsExactly("bed casting", "spindle");
    }

    @Test
    void aRequestIsDoneWhenEverythingOfItIsBought() {
        room.buy("R1", "PC-1", "S-1", "1000", "spindle");
        assertThat(room.owed()).containsExactly("production.delivery PC-1", "production.purchase R1");

        room.buy("R1", "PC-2", "S-1", "1000", "bed casting");

        assertThat(room.owed()).containsExactly("production.delivery PC-1", "production.delivery PC-2");
        assertThat(room.purchase("PC-1").amount()).isEqualTo(Money.cny(2000));
        assertThat(room.file.documents()).extracting(Document::kind).extracting(Object::toString)
                .containsExactly("production.purchase-contract", "production.purchase-contract");
    }

    @Test
    void theBudgetExactlyIsBoughtAtOnceAndACentMoreIsDecidedByLeadership() {
        room.buy("R1", "PC-1", "S-1", "1000", "spindle");
        room.buy("R1", "PC-2", "S-1", "1000", "bed casting");
        assertThat(room.purchase("PC-2").state()).isEqualTo("placed");

        try (PurchasingRoom other = new PurchasingRoom(Dialect.DERBY)) {
            other.releasePlan();
            other.setBudget("2999.99");
            other.buy("R1", "PC-3", "S-1", "1000", "spindle", "bed casting");

            assertThat(other.purchase("PC-3").state()).isEqualTo("awaiting");
            assertThat(other.owed()).containsExactly("production.over-budget PC-3");
        }
    }

    @Test
    void whatLeadershipAllowsIsPlaced() {
        room.buy("R1", "PC-1", "S-1", "1001", "spindle", "bed casting");

        room.decide("gao", "PC-1", "allowed");

        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");
        assertThat(room.owed()).containsExactly("production.delivery PC-1");
    }

    @Test
    void whatLeadershipRefusesIsRequestedAnewAndCountsForNothing() {
        room.buy("R1", "PC-1", "S-1", "1001", "spindle", "bed casting");

        room.decide("gao", "PC-1", "refused");

        assertThat(room.owed()).containsExactly("production.purchase R2");
        assertThat(room.command(() -> room.book.committed(room.file.number()))).isEqualTo(Money.cny(0));
    }

    @Test
    void nobodyAllowsTheirOwnPurchase() {
        room.buy("R1", "PC-1", "S-1", "1001", "spindle", "bed casting");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.decide("he", "PC-1", "allowed"));
    }

    @Test
    void withoutABudgetNothingIsBought() {
        try (PurchasingRoom other = new PurchasingRoom(Dialect.DERBY)) {
            other.releasePlan();

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> other.buy("R1", "PC-1", "S-1", "1", "spindle"))
                    .satisfies(refused -> assertThat(refused.words().key()).isEqualTo("production.purchase.no-budget"));
        }
    }

    @Test
    void aSupplierThatIsNotApprovedIsRefusedAtItsField() {
        room.supplier("S-2");

        assertRefusedAt("supplier", () -> room.buy("R1", "PC-1", "S-2", "1", "spindle"));
    }

    @Test
    void theApprovalHoldsOnItsLastDayAndNotOnTheNext() {
        room.buy("R1", "PC-1", "S-1", "1", "spindle");
        room.file.setToday(room.file.today().plusDays(1));

        assertRefusedAt("supplier", () -> room.buy("R1", "PC-2", "S-1", "1", "bed casting"));
    }

    @Test
    void aContractNumberIsUsedOnce() {
        room.buy("R1", "PC-1", "S-1", "1", "spindle");

        assertRefusedAt("contract", () -> room.buy("R1", "PC-1", "S-1", "1", "bed casting"));
    }

    @Test
    void whatIsRejectedIsToComeAgain() {
        room.buy("R1", "PC-1", "S-1", "1", "spindle");

        room.receive("PC-1", 0, "2", "1");
        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");
        assertThat(room.file.told()).extracting(Text::key).contains("production.purchase.came");
        assertThat(room.toReceive().all()).containsEntry("received", "1").containsEntry("rejected", "0").containsKey("line");
        room.receive("PC-1", 0, "1", "0");

        assertThat(room.purchase("PC-1").state()).isEqualTo("received");
        assertThat(room.owed()).containsExactly("production.purchase R1");
    }

    @Test
    void noMoreComesThanIsAwaited() {
        room.buy("R1", "PC-1", "S-1", "1", "spindle");

        assertRefusedAt("received", () -> room.receive("PC-1", 0, "2.001", "0"));
        assertRefusedAt("rejected", () -> room.receive("PC-1", 0, "1", "1.001"));
    }

    @Test
    void aDeliveryIsDueOnTheDayOfItsContract() {
        room.buy("R1", "PC-1", "S-1", "1", "spindle");

        assertThat(room.file.task(Purchasing.DELIVERY, "PC-1").deadline().map(Deadline::lastDay)).contains(PurchasingRoom.NEEDED);
    }

    @Test
    void aChangedPlanChangesWhatIsNotBoughtAndTellsOfWhatIs() {
        room.buy("R1", "PC-1", "S-1", "1", "spindle");
        room.needs.clear();
        room.needs.add(PurchasingRoom.need("spindle", "3"));
        room.needs.add(PurchasingRoom.need("cable", "12.5"));

        room.releasePlan();

        assertThat(requisitions()).extracting(each -> each.words() + " " + each.state())
                .containsExactlyInAnyOrder("spindle ordered", "bed casting withdrawn", "cable open");
        assertThat(room.file.told()).contains(Text.of("production.purchase.plan-changed", "spindle", "2", "3"));
        assertThat(room.owed()).containsExactly("production.delivery PC-1", "production.purchase R2");
    }

    @Test
    @DisplayName("Regulation 5.2: a supply problem is owed until it is solved, and the planner learns how (R-5.10)")
    void aSupplyProblemIsOwedUntilItIsSolved() {
        room.file.as("qian", Role.PRODUCTION_PLANNER);
        room.command(() -> new ReportSupplyProblem(room.purchasing, room.book)
                .run(room.file, Optional.empty(), new Values(Map.of("what", "castings cracked"))));
        Task owed = room.file.task(Purchasing.PROBLEM, "P1");
        assertThat(owed.deadline().map(Deadline::lastDay)).contains(LocalDate.of(2026, 3, 4));

        room.file.as("he", Role.PRODUCTION_PURCHASER);
        room.command(() -> new SolveSupplyProblem(room.purchasing, room.book)
                .run(room.file, Optional.of(owed), new Values(Map.of("solution", "bought elsewhere"))));

        assertThat(room.owed()).containsExactly("production.purchase R1");
        assertThat(room.file.told()).contains(Text.of("production.purchase.problem-solved", "P1", "bought elsewhere"));
    }

    @Test
    @DisplayName("R-4.15: what is asked for while a change is under review rests until it is cleared")
    void underReviewNobodysTimeToBuyRuns() {
        room.file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("changed"));
        ask();
        assertThat(room.file.task(Purchasing.BUY, "R1").suspendedAt()).isPresent();

        room.file.reach(MilestoneName.REVIEW_CLEARED);
        ask();
        assertThat(room.file.task(Purchasing.BUY, "R1").suspendedAt()).isEmpty();
    }

    private void ask() {
        room.command(() -> room.purchasing.ask(room.file));
    }

    private void assertRefusedAt(String field, ThrowingCallable work) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly(field));
    }

    private List<Requisition> requisitions() {
        return room.command(() -> room.book.requisitions(room.file.number()));
    }
}
