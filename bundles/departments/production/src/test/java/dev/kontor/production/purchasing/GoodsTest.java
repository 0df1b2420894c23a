package dev.kontor.production.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.people.Role;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.Disposition;
import dev.kontor.production.quality.book.InspectionPlans;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.book.Nonconformity.State;
import dev.kontor.production.quality.book.Treatment;
import dev.kontor.production.quality.page.QualityBlocks;
import dev.kontor.production.quality.page.QualityTab;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two spindles were bought and came; one of them does not conform. */
@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 5.3: goods that do not conform have a cause, a disposition and measures, until what is used conforms (R-5.13)")
final class GoodsTest {

    private static final String CAUSE = "production.cause SO-2026-00001-D1-N1 1";

    @Parameter
    private Dialect dialect;

    private PurchasingRoom room;

    @BeforeEach
    void oneOfTwoDoesNotConform() {
        room = new PurchasingRoom(dialect);
        room.needs.remove(1);
        room.releasePlan();
        room.setBudget("3000");
        room.buy("R1", "PC-1", "S-1", "1000", "spindle");
        room.receive("PC-1", 0, "2", "1");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void itsCauseIsOwedByQualityAndTheWholeLineHasNotCome() {
        assertThat(room.owed()).containsExactly(CAUSE, "production.delivery PC-1");
        assertThat(room.nonconformity().what()).isEqualTo("cracked");
        assertThat(room.nonconformity().state()).isEqualTo(State.CAUSE);
    }

    @Test
    void thePurchaseIsNotDoneWhileNobodySaidWhatBecomesOfIt() {
        room.receive("PC-1", 0, "1", "0");

        assertThat(room.owed()).containsExactly(CAUSE);
        assertThat(room.purchase("PC-1").state()).isEqualTo("placed");
    }

    @Test
    void whatIsSentBackIsClosedByWhatComesInItsPlaceAndIsPassed() {
        room.analyse("return");
        assertThat(room.owed()).containsExactly("production.correction SO-2026-00001-D1-N1 1", "production.delivery PC-1");
        assertThat(room.file.openTasks()).filteredOn(task -> task.subject().startsWith("SO-")).extracting(task -> task.role())
                .containsExactly(Role.PRODUCTION_PURCHASER);
        room.correct("he");
        assertThat(room.nonconformity().state()).isEqualTo(State.REINSPECTION);

        room.receive("PC-1", 0, "1");
        assertThat(room.nonconformity().isOpen()).isTrue();
        room.inspect("1");
        assertThat(room.owed()).containsExactly("production.cause SO-2026-00001-D1-N1 2", "production.delivery PC-1");

        room.analyse("return");
        room.correct("he");
        room.receive("PC-1", 0, "1", "0");

        assertThat(room.nonconformity().state()).isEqualTo(State.CONFORMING);
        Nonconformity closed = room.nonconformity();
        assertThat(room.command(() -> room.receipts.treatments(closed))).extracting(Treatment::round, Treatment::disposition)
                .containsExactly(tuple(1, Disposition.RETURN), tuple(2, Disposition.RETURN));
        assertThat(room.purchase("PC-1").state()).isEqualTo("received");
        assertThat(room.owed()).isEmpty();
    }

    @Test
    void whatIsReworkedIsInspectedAgainByAnotherUntilItConforms() {
        room.analyse("rework");
        room.correct("qin");
        assertThat(room.owed()).containsExactly("production.delivery PC-1", "production.receipt SO-2026-00001-D1-N1 1");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.inspect("qin", "0"))
                .satisfies(refused -> assertThat(refused.words().key()).isEqualTo("production.quality.put-it-right"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.inspect("ma", "1.001"))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("rejected"));

        room.inspect("1");
        assertThat(room.owed()).containsExactly("production.cause SO-2026-00001-D1-N1 2", "production.delivery PC-1");
        room.analyse("repair");
        room.correct("qin");
        room.inspect("0");

        assertThat(room.nonconformity().state()).isEqualTo(State.CONFORMING);
        assertThat(goods().accepted()).isEqualByComparingTo("2");
        assertThat(room.purchase("PC-1").state()).isEqualTo("received");
        assertThat(room.owed()).isEmpty();
    }

    @Test
    void aConcessionIsReleasedByASecondPersonAndStillCountsAgainstTheSupplier() {
        room.analyse("concession");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.release("ma"));
        assertThat(goods().accepted()).isEqualByComparingTo("1");

        room.release("sun");

        assertThat(room.nonconformity().state()).isEqualTo(State.CONCEDED);
        assertThat(goods().accepted()).isEqualByComparingTo("2");
        assertThat(goods().rejected()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(room.purchase("PC-1").state()).isEqualTo("received");
    }

    @Test
    void oneOfThePeopleOrASupplierOfTheOrderIsResponsibleAndNamed() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(), Map.of("responsible", "zhao", "supplier", "S-1"), Map.of("responsible", "Nobody"), Map.of("responsible", "nobody"))) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> room.analyse("rework", wrong))
                    .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("responsible"));
        }

        room.analyse("rework", Map.of("responsible", "zhao"));
        assertThat(shown()).contains("console.person", "zhao", "worn tool", "check tools weekly");
        room.correct("qin");
        room.inspect("1");
        room.analyse("return");

        assertThat(shown()).contains("Spindle Works", "production.quality.inspected-again");
    }

    private String shown() {
        InspectionPlans none = new InspectionPlans(null);
        return room.command(() -> new QualityTab(room.receipts, new QualityBlocks(room.receipts, none, room.suppliers)).show(room.file)).stream()
                .map(Block::toString)
                .filter(block -> block.contains("production.quality.treatments"))
                .findFirst()
                .orElse("");
    }

    private Delivery goods() {
        return room.command(() -> room.receipts.receipts(room.file.number())).get(0);
    }
}
