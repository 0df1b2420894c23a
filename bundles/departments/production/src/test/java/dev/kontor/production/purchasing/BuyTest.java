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
import dev.kontor.production.purchasing.book.Budget;
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
    @DisplayName("R-5.8: a supplier that is not approved is bought from with a reason, once a second person has allowed it")
    void aSupplierThatIsNotApprovedWantsAReasonAndASecondPerson() {
        room.supplier("S-2");
        assertRefusedAt("override", () -> room.buy("R1", "PC-1", "S-2", "1", "spindle"));

        room.buyAllTheSame("only one who makes it", "R1", "PC-1", "S-2", "1", "spindle");

        assertThat(room.purchase("PC-1").state()).isEqualTo("awaiting");
        assertThat(room.owed()).containsExactly("production.purchase R1", "production.unapproved-supplier PC-1");
        assertThat(room.toAllow("PC-1").toString()).contains("Spindle Works").doesNotContain("S-2");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.answerSupplier("he", "PC-1", "allowed"));
        room.answerSupplier("sun", "PC-1", "allowed");
        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");
        assertThat(room.owed()).containsExactly("production.delivery PC-1", "production.purchase R1");
    }

    @Test
    void whatIsNotAllowedFromItIsRequestedAnew() {
        room.supplier("S-2");
        room.buyAllTheSame("only one who makes it", "R1", "PC-1", "S-2", "1", "spindle", "bed casting");

        room.answerSupplier("sun", "PC-1", "refused");

        assertThat(room.purchase("PC-1").state()).isEqualTo("refused");
        assertThat(room.owed()).containsExactly("production.purchase R2");
    }

    @Test
    void beyondTheBudgetAndFromNoApprovedSupplierWantsBothAnswers() {
        room.supplier("S-2");
        room.buyAllTheSame("only one who makes it", "R1", "PC-1", "S-2", "1001", "spindle", "bed casting");
        assertThat(room.owed()).containsExactly("production.over-budget PC-1", "production.unapproved-supplier PC-1");

        room.decide("gao", "PC-1", "allowed");
        assertThat(room.purchase("PC-1").state()).isEqualTo("awaiting");
        assertThat(room.owed()).containsExactly("production.unapproved-supplier PC-1");
        room.answerSupplier("sun", "PC-1", "allowed");

        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");
    }

    @Test
    void oneThatIsBarredIsRefusedWhateverTheReason() {
        room.bar("S-1");

        assertRefusedAt("supplier", () -> room.buyAllTheSame("cheap", "R1", "PC-1", "S-1", "1", "spindle"));
    }

    @Test
    void theApprovalHoldsOnItsLastDayAndNotOnTheNext() {
        room.buy("R1", "PC-1", "S-1", "1", "spindle");
        room.file.setToday(room.file.today().plusDays(1));

        assertRefusedAt("override", () -> room.buy("R1", "PC-2", "S-1", "1", "bed casting"));
    }

    @Test
    @DisplayName("R-5.9: a budget, and a higher one, counts once leadership has confirmed it; a lower one at once")
    void aBudgetIsRaisedByTwo() {
        room.proposeBudget("3000.01");
        assertThat(budget()).contains(Money.cny(3000));
        assertThat(room.owed()).contains("production.budget B2");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.answerBudget("sun", "allowed"));

        room.answerBudget("gao", "refused");
        assertThat(budget()).contains(Money.cny(3000));
        room.proposeBudget("2999");
        assertThat(budget()).contains(Money.cny(2999));
        assertThat(room.owed()).noneMatch(owed -> owed.startsWith("production.budget"));
    }

    @Test
    void anotherAmountTakesThePlaceOfOneThatNobodyConfirmed() {
        room.proposeBudget("4000");
        room.proposeBudget("5000");
        assertThat(room.owed()).contains("production.budget B3").doesNotContain("production.budget B2");

        room.answerBudget("gao", "allowed");

        assertThat(budget()).contains(Money.cny(5000));
    }

    @Test
    void aPurchaseThatARaisedBudgetCoversIsPlaced() {
        room.buy("R1", "PC-1", "S-1", "1001", "spindle", "bed casting");
        assertThat(room.purchase("PC-1").state()).isEqualTo("awaiting");

        room.proposeBudget("3003");
        assertThat(room.purchase("PC-1").state()).isEqualTo("awaiting");
        room.answerBudget("gao", "allowed");

        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");
        assertThat(room.owed()).containsExactly("production.delivery PC-1");
    }

    @Test
    @DisplayName("R-4.15, R-5.9: a purchase whose budget was raised while a change was under review is placed once that is cleared")
    void whatWasAllowedUnderReviewIsPlacedAfterIt() {
        room.buy("R1", "PC-1", "S-1", "1001", "spindle", "bed casting");
        room.proposeBudget("3003");
        room.file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("changed"));
        room.answerBudget("gao", "allowed");
        assertThat(room.purchase("PC-1").state()).isEqualTo("awaiting");

        room.file.reach(MilestoneName.REVIEW_CLEARED);
        room.command(() -> {
            room.purchasing.reviewed(room.file);
            return true;
        });

        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");
        assertThat(room.owed()).containsExactly("production.delivery PC-1");
    }

    private Optional<Money> budget() {
        return room.command(() -> room.book.budget(room.file.number()).map(Budget::amount));
    }

    @Test
    void aContractNumberIsUsedOnce() {
        room.buy("R1", "PC-1", "S-1", "1", "spindle");

        assertRefusedAt("contract", () -> room.buy("R1", "PC-1", "S-1", "1", "bed casting"));
    }

    @Test
    void whatIsRejectedIsToComeAgain() {
        room.buy("R1", "PC-1", "S-1", "1", "spindle");

        room.receive("PC-1", 0, "2");
        assertThat(room.owed()).containsExactly("production.purchase R1", "production.receipt D1");
        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");
        room.inspect("1");
        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");
        assertThat(room.owed()).containsExactly(
                "production.cause SO-2026-00001-D1-N1 1", "production.delivery PC-1", "production.purchase R1");
        assertThat(room.file.told()).extracting(Text::key).contains("production.quality.opened");
        assertThat(room.toReceive().all()).containsEntry("received", "1").containsKey("line").doesNotContainKey("rejected");
        room.receive("PC-1", 0, "1", "0");
        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");

        room.analyse("return");
        room.correct("he");

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
        room.command(() -> {
            room.purchasing.ask(room.file);
            return room.file;
        });
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
