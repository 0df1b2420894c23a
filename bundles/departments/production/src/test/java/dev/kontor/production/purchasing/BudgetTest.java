package dev.kontor.production.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 5.2: nothing is bought without a budget, and proposing one is somebody's task (R-5.9)")
final class BudgetTest {

    private PurchasingRoom room;

    @BeforeEach
    void aPlanIsReleased() {
        room = new PurchasingRoom(Dialect.DERBY);
        room.releasePlan();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("of the production reviewer within two working days, anew when leadership declines what was proposed")
    void aBudgetIsProposedInTime() {
        Task owed = room.file.task(Purchasing.PROPOSAL, "B1");
        assertThat(owed.role()).isEqualTo(Role.PRODUCTION_REVIEWER);
        assertThat(owed.deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 3, 4));

        room.proposeBudget("3000");
        assertThat(room.owed()).contains("production.budget B1").noneMatch(each -> each.startsWith("production.budget-proposal"));

        room.answerBudget("gao", "refused");
        assertThat(room.owed()).contains("production.budget-proposal B2");

        room.setBudget("2000");
        assertThat(room.owed()).containsExactly("production.purchase R1");
    }

    @Test
    @DisplayName("while none counts, the purchaser's time stands still")
    void nobodyHasToBuyWithoutOne() {
        assertThat(room.file.task(Purchasing.BUY, "R1").suspendedAt()).isPresent();

        room.proposeBudget("3000");
        assertThat(room.file.task(Purchasing.BUY, "R1").suspendedAt()).as("nobody has confirmed it").isPresent();

        room.answerBudget("gao", "allowed");
        assertThat(room.file.task(Purchasing.BUY, "R1").suspendedAt()).isEmpty();
    }
}
