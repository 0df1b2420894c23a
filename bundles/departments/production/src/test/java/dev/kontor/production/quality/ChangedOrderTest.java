package dev.kontor.production.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Money;
import dev.kontor.api.order.OrderLine;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.api.time.Deadline;
import dev.kontor.production.plan.book.PlannedOperation;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.2: what is approved is what is built; a machine that was begun before a change is decided on (R-4.15)")
final class ChangedOrderTest {

    private static final String OWED = QualityRoom.MACHINE + " revision 2";

    private QualityRoom room;

    @BeforeEach
    void open() {
        room = new QualityRoom(Dialect.DERBY);
        room.setAllPlans();
        room.planned("milling", "assembly");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFinishedMachineThatWasMadeToOtherParametersIsFinishedNoMoreAndOwesADecision() {
        finished();

        room.change(ChangedOrderTest::faster);

        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isFalse();
        assertThat(room.file.milestones()).doesNotContain(MilestoneName.PRODUCTION_FINISHED);
        assertThat(room.file.task(Quality.CONFORMITY, OWED).deadline().map(Deadline::lastDay))
                .contains(LocalDate.of(2026, 3, 4));
    }

    @Test
    void aChangeOfPriceNameOrQuantityTouchesNoMachine() {
        finished();

        room.change(line -> new OrderLine(line.position(), line.model(), "another name", line.quantity(), line.unit(),
                Money.cny(1), line.taxRate(), line.parameters().stream().sorted((one, other) -> -1).toList(), line.accessories()));

        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
        assertThat(room.toDecide()).isEmpty();
    }

    @Test
    void anAccessoryMoreMakesAnotherMachine() {
        room.change(line -> new OrderLine(line.position(), line.model(), line.name(), line.quantity(), line.unit(), line.unitPrice(),
                line.taxRate(), line.parameters(), List.of("chip conveyor")));

        assertThat(room.toDecide()).containsExactly(OWED);
    }

    @Test
    void aMachineThatIsBegunAfterTheChangeIsUntouched() {
        room.command(() -> {
            room.file.strike(QualityRoom.MACHINE, Text.plain("begun anew"));
            return true;
        });
        room.change(ChangedOrderTest::faster);
        room.file.enrol(new SerialNumber("CNC-500-2026-0002"), 1, BigDecimal.ONE);

        assertThat(room.file.outdated()).isEmpty();
        assertThat(room.toDecide()).isEmpty();
    }

    @Test
    void whatLeftTheWorksIsWhatWasOrderedThen() {
        finished();
        room.file.reach(QualityRoom.MACHINE, MilestoneName.LOGISTICS_DISPATCHED, room.file.today());

        room.change(ChangedOrderTest::faster);

        assertThat(room.toDecide()).isEmpty();
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
    }

    @Test
    void untilItIsDecidedItIsNotPresentedToTheFinalInspection() {
        made();

        room.change(ChangedOrderTest::faster);

        assertRefused("production.quality.outdated", () -> room.present(InspectionKind.FINAL));
        assertThat(room.file.openTasks(Quality.PRESENT)).isEmpty();
    }

    @Test
    void norIsOneInspectedThatWasPresentedBefore() {
        made();
        room.present(InspectionKind.FINAL);
        Task before = room.file.openTasks(Quality.INSPECTION).get(0);

        room.change(ChangedOrderTest::faster);

        assertThat(room.file.openTasks(Quality.INSPECTION)).isEmpty();
        assertThat(catchThrowableOfType(Refused.class, () -> room.inspect(before, Map.of("value-1", "0.05", "value-2", "500", "value-3", "conforms"))).words().key())
                .isEqualTo("production.quality.outdated");
    }

    @Test
    void whoBuiltItDoesNotSayThatItConforms() {
        finished();
        room.change(ChangedOrderTest::faster);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.decide("qian", "conforms"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
        assertThat(room.file.outdated()).hasSize(1);
    }

    @Test
    @DisplayName("R-4.15: nor does who built it before it was reworked, however often that was")
    void whoBuiltItBeforeItsReworksDoesNotEither() {
        finished();
        room.change(ChangedOrderTest::faster);
        room.decide("sun", "rework");
        room.doneBy("feng", "milling", "assembly");
        room.change(line -> with(line, List.of()));
        room.decide("sun", "rework");
        room.doneBy("zhou", "milling", "assembly");
        room.change(ChangedOrderTest::faster);

        for (String builder : List.of("qian", "feng", "zhou")) {
            assertThatExceptionOfType(Refused.class).as(builder).isThrownBy(() -> room.decide(builder, "conforms"))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
        }
        room.decide("sun", "conforms");
        assertThat(room.toDecide()).isEmpty();
    }

    @Test
    @DisplayName("R-5.13: nor does who put right what did not conform of it")
    void whoCorrectedItDoesNotEither() {
        room.doneBy("feng", "milling", "assembly");
        room.report();
        room.analyse(1, 1, "repair");
        room.correct(1, 1);
        room.change(ChangedOrderTest::faster);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.decide("qian", "conforms"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
        room.decide("ma", "conforms");
        assertThat(room.toDecide()).isEmpty();
    }

    @Test
    void oneThatConformsAsItIsIsFinishedAgainByWhatItPassed() {
        finished();
        room.change(ChangedOrderTest::faster);

        room.decide("sun", "conforms");

        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
        assertThat(room.machine().revision()).isEqualTo(2);
        assertThat(room.file.milestones()).contains(MilestoneName.PRODUCTION_FINISHED);
        assertThat(room.toDecide()).isEmpty();
        assertThat(room.command(() -> room.blocks.of(QualityRoom.MACHINE)).toString()).contains("the faster spindle is in it", "sun");
    }

    @Test
    void ofOneThatIsReworkedEveryStepAndInspectionIsOpenAgain() {
        finished();
        room.change(ChangedOrderTest::faster);

        room.decide("qian", "rework");

        assertThat(room.command(() -> room.plan.operations(room.file.number()))).noneMatch(PlannedOperation::isFinished);
        assertThat(room.work().percent()).isZero();
        assertRefused("production.quality.missing", () -> room.present(InspectionKind.FINAL));

        for (InspectionKind kind : List.of(InspectionKind.INCOMING, InspectionKind.IN_PROCESS)) {
            room.present(kind);
            room.inspect(kind, 2, "0.05");
        }
        room.done("milling", "assembly");
        room.present(InspectionKind.FINAL);
        room.inspect(InspectionKind.FINAL, 2, "0.05");

        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
    }

    @Test
    void aChangeThatIsTakenBackFinishesItAgain() {
        finished();
        List<TechnicalParameter> parameters = room.file.order().orElseThrow().lines().get(0).parameters();
        room.change(ChangedOrderTest::faster);

        room.change(line -> with(line, parameters));

        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
        assertThat(room.toDecide()).isEmpty();
    }

    @Test
    void anotherChangeAsksAnew() {
        finished();
        room.change(ChangedOrderTest::faster);
        room.decide("sun", "conforms");

        room.change(line -> with(line, List.of(new TechnicalParameter("spindle speed", "15000", "rpm"))));

        assertThat(room.toDecide()).containsExactly(QualityRoom.MACHINE + " revision 3");
    }

    @Test
    void aNonconformityThatWaitsToBeInspectedFinallyIsInNobodysWay() {
        made();
        room.present(InspectionKind.FINAL);
        room.inspect(InspectionKind.FINAL, 1, "0.06");
        room.analyse(1, 1, "rework");
        room.correct(1, 1);
        room.change(ChangedOrderTest::faster);

        room.decide("sun", "rework");
        for (InspectionKind kind : List.of(InspectionKind.INCOMING, InspectionKind.IN_PROCESS)) {
            room.present(kind);
            room.inspect(kind, 2, "0.05");
        }
        room.done("milling", "assembly");
        room.inspect(InspectionKind.FINAL, 2, "0.05");

        assertThat(room.nonconformity().isOpen()).isFalse();
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
    }

    @Test
    @DisplayName("R-5.13: a concession of what was found before the rework does not stand for an inspection of what is made anew")
    void aConcessionReleasesNothingThatIsMadeAnew() {
        made();
        room.present(InspectionKind.FINAL);
        room.inspect(InspectionKind.FINAL, 1, "0.06");
        room.analyse(1, 1, "concession");
        room.change(ChangedOrderTest::faster);
        room.decide("sun", "rework");

        room.release("sun", "released");

        for (InspectionKind kind : List.of(InspectionKind.INCOMING, InspectionKind.IN_PROCESS)) {
            room.present(kind);
            room.inspect(kind, 2, "0.05");
        }
        room.done("milling", "assembly");
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isFalse();
        room.present(InspectionKind.FINAL);
        room.inspect(InspectionKind.FINAL, 2, "0.05");
        assertThat(room.machine().has(MilestoneName.PRODUCTION_FINISHED)).isTrue();
    }

    @Test
    @DisplayName("R-5.11: an inspection that is owed since before the rework is made after the one before it")
    void theOrderOfInspectionsHoldsForWhatIsReworked() {
        room.pass(InspectionKind.INCOMING);
        room.present(InspectionKind.IN_PROCESS);
        room.inspect(InspectionKind.IN_PROCESS, 1, "0.06");
        room.analyse(1, 1, "rework");
        room.correct(1, 1);
        room.change(ChangedOrderTest::faster);
        room.decide("sun", "rework");

        assertThat(catchThrowableOfType(Refused.class, () -> room.inspect(InspectionKind.IN_PROCESS, 2, "0.05")).words().key())
                .isEqualTo("production.quality.missing");

        room.present(InspectionKind.INCOMING);
        room.inspect(InspectionKind.INCOMING, 2, "0.05");
        room.inspect(InspectionKind.IN_PROCESS, 2, "0.05");
        assertThat(room.nonconformity().isOpen()).isFalse();
    }

    @Test
    @DisplayName("R-5.11: a machine that failed once, passed and is reworked is presented again in time")
    void aMachineThatIsMadeAnewIsToBePresented() {
        made();
        room.present(InspectionKind.FINAL);
        room.inspect(InspectionKind.FINAL, 1, "0.06");
        room.analyse(1, 1, "rework");
        room.correct(1, 1);
        room.inspect(InspectionKind.FINAL, 2, "0.05");
        room.change(ChangedOrderTest::faster);
        room.decide("sun", "rework");

        room.present(InspectionKind.INCOMING);
        room.inspect(InspectionKind.INCOMING, 2, "0.05");
        room.done("milling", "assembly");
        room.present(InspectionKind.IN_PROCESS);
        room.inspect(InspectionKind.IN_PROCESS, 2, "0.05");

        assertThat(room.file.openTasks(Quality.PRESENT)).hasSize(1);
    }

    @Test
    @DisplayName("R-5.13: what is found of a reworked machine is inspected again where it is now")
    void aNonconformityOfAReworkedMachineIsOfWhereItIs() {
        finished();
        room.change(ChangedOrderTest::faster);
        room.decide("sun", "rework");

        room.report();

        assertThat(room.nonconformity().kind()).isEqualTo(InspectionKind.INCOMING);
    }

    @Test
    @DisplayName("R-5.14: a batch is not kept back by the nonconformity of a machine that was struck")
    void aStruckMachineKeepsNoBatchBack() {
        room.present(InspectionKind.INCOMING);
        room.inspect(InspectionKind.INCOMING, 1, Map.of("value-1", "0.06", "value-2", "500", "value-3", "conforms",
                "components", List.of(room.spindle), "batch", room.spindle));
        assertThat(room.command(() -> room.batches.of(room.file.number(), "CNC-500-2026-0002"))).isEmpty();

        room.command(() -> {
            room.plan.pieces(room.file.number()).forEach(room.plan::giveUp);
            return true;
        });

        assertThat(room.command(() -> room.batches.of(room.file.number(), "CNC-500-2026-0002"))).hasSize(1);
    }

    private void made() {
        room.pass(InspectionKind.INCOMING);
        room.pass(InspectionKind.IN_PROCESS);
        room.done("milling", "assembly");
    }

    private void finished() {
        made();
        room.pass(InspectionKind.FINAL);
    }

    private static OrderLine faster(OrderLine line) {
        return with(line, List.of(new TechnicalParameter("spindle speed", "12000", "rpm")));
    }

    private static OrderLine with(OrderLine line, List<TechnicalParameter> parameters) {
        return new OrderLine(line.position(), line.model(), line.name(), line.quantity(), line.unit(), line.unitPrice(), line.taxRate(),
                parameters, line.accessories());
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.gaps()).extracting(gap -> gap.message().key()).containsExactly(key));
    }
}
