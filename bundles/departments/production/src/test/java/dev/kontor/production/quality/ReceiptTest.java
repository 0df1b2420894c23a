package dev.kontor.production.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.time.Deadline;
import dev.kontor.production.purchasing.book.Delivery;
import dev.kontor.production.quality.book.BuiltIn;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.production.quality.book.Nonconformity;
import dev.kontor.production.quality.page.QualityTab;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 5.3: what comes is inspected, and machines are built of nothing else (R-5.11, R-5.14)")
final class ReceiptTest {

    @Parameter
    private Dialect dialect;

    private QualityRoom room;

    @BeforeEach
    void open() {
        room = new QualityRoom(dialect);
        room.setAllPlans();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatCameIsInspectedByAnInspectorInTime() {
        room.takenIn("B-78");

        Task owed = room.file.openTasks(Quality.RECEIPT).get(0);
        assertThat(owed.role()).isEqualTo(Role.PRODUCTION_INSPECTOR);
        assertThat(owed.deadline().map(Deadline::lastDay)).contains(LocalDate.of(2026, 3, 4));
    }

    @Test
    void notByWhoRecordedThatItCame() {
        room.takenIn("B-78");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.inspectReceipt("he", "0"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
        assertThat(room.file.openTasks(Quality.RECEIPT)).hasSize(1);
    }

    @Test
    @DisplayName("R-5.12: by the plan of the part; with a value out of its limits something is sent back")
    void theValuesOfThePartSayWhetherItConforms() {
        setPartPlan("spindle", "0.005");
        room.takenIn("B-78");

        assertRefusedAt("rejected", () -> room.inspectReceipt("ma", measured("0.0051", "0")));
        room.inspectReceipt("ma", measured("0.0051", "2"));
        room.takenIn("B-79");
        room.inspectReceipt("ma", measured("0.005", "0"));

        assertThat(offered()).containsExactly("B-77 a", "B-79");
        assertThat(room.command(() -> new QualityTab(room.book, room.blocks).show(room.file)).get(0).toString())
                .contains("runout 0.0051 (≤ 0.005 mm)", "B-79");
    }

    @Test
    void thePlanOfAPartIsForWhatItsNameBeginsWith() {
        setPartPlan("spindle", "0.005");

        assertThat(room.command(() -> room.plans.ofPart("spindle BT40"))).isPresent();
        assertThat(room.command(() -> room.plans.ofPart("spindles"))).isEmpty();
        setPartPlan("", "1");
        assertThat(room.command(() -> room.plans.ofPart("spindles"))).isPresent();
    }

    @Test
    void whatIsSentBackIsSaidWhy() {
        room.takenIn("B-78");

        assertRefusedAt("defect", () -> room.inspectReceipt("ma", Map.of("rejected", "1")));
        assertRefusedAt("rejected", () -> room.inspectReceipt("ma", Map.of("rejected", "0", "defect", "cracked")));
        assertRefusedAt("rejected", () -> room.inspectReceipt("ma", Map.of("rejected", "2.001", "defect", "cracked")));
    }

    @Test
    void ofABatchThatNobodyInspectedNothingIsBuilt() {
        String batch = room.takenIn("B-78");
        room.present(InspectionKind.INCOMING);

        assertThat(offered()).containsExactly("B-77 a");
        assertRefusedAt("components", () -> room.inspect(InspectionKind.INCOMING, 1, built(batch)));

        room.inspectReceipt("ma", "1");
        room.inspect(InspectionKind.INCOMING, 1, built(batch));

        assertThat(room.command(() -> room.book.ofBatch("b-78", "", 10))).extracting(BuiltIn::name, BuiltIn::supplier)
                .containsExactly(tuple("spindle", "Shanghai Spindle"));
    }

    @Test
    void norOfOneThatWasSentBackWhole() {
        room.takenIn("B-78");
        room.inspectReceipt("ma", "2");

        assertThat(offered()).containsExactly("B-77 a");
    }

    @Test
    @DisplayName("R-5.13: goods from stock are dealt with once they are sent back: nothing comes in their place; what is left of them is used")
    void goodsFromStockAreDealtWithOnceTheyAreSentBack() {
        room.takenIn("B-78");
        room.inspectReceipt("ma", "1");
        assertThat(offered()).containsExactly("B-77 a", "B-78");
        Optional<Task> cause = Optional.of(room.file.openTasks(Quality.CAUSE).get(0));
        room.command(() -> room.analysing().run(room.file, cause, new Values(Map.of(
                "cause", "dropped", "correction", "send back", "corrective-action", "pack better", "disposition", "return", "supplier", "S-1"))));
        Optional<Task> correction = Optional.of(room.file.openTasks(Quality.CORRECTION).get(0));
        room.command(() -> new Correct(room.quality, room.book, room.goods()).run(room.file, correction, new Values(Map.of("done", "sent"))));

        assertThat(room.command(() -> room.book.nonconformities(room.file.number()))).extracting(Nonconformity::state)
                .containsExactly(Nonconformity.State.DISCARDED);
        assertThat(room.file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("R-5.13: of a batch in another machine's open nonconformity nothing is built, until that is closed")
    void ofABatchInAnOpenNonconformityNothingIsBuilt() {
        Nonconformity elsewhere = elsewhere();
        room.came("B-78");
        room.present(InspectionKind.INCOMING);

        assertThat(offered()).containsExactly("B-78");
        assertRefusedAt("components", () -> room.inspect(InspectionKind.INCOMING, 1, built(room.spindle)));

        room.command(() -> {
            room.book.nonconformities("CNC-500-2026-0099").get(0).close(Nonconformity.State.CONFORMING, room.file.now());
            return elsewhere;
        });
        room.inspect(InspectionKind.INCOMING, 1, built(room.spindle));
    }

    @Test
    void aMachineIsNotPresentedWhileThereIsNothingToBuildItOf() {
        elsewhere();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.present(InspectionKind.INCOMING))
                .satisfies(refused -> assertThat(refused.gaps()).extracting(gap -> gap.message().key())
                        .containsExactly("production.quality.no-batch"));
    }

    @Test
    void theMachineInWhichItWasFoundIsInspectedAgainWithIt() {
        room.present(InspectionKind.INCOMING);
        Map<String, Object> cracked = built(room.spindle);
        cracked.putAll(Map.of("defect", "cracked", "batch", room.spindle));
        room.inspect(InspectionKind.INCOMING, 1, cracked);
        assertThat(room.nonconformity().delivery()).isEqualTo(room.spindle);

        room.analyse(1, 1, "repair");
        room.correct(1, 1);
        room.inspect(InspectionKind.INCOMING, 2, built(room.spindle));

        assertThat(room.nonconformity().isOpen()).isFalse();
    }

    @Test
    @DisplayName("R-5.14: only a batch that the machine is built of is blamed, found now or by an inspection before")
    void noBatchIsBlamedThatIsNotInTheMachine() {
        String other = room.came("B-78");
        room.present(InspectionKind.INCOMING);
        assertRefusedAt("batch", () -> room.inspect(InspectionKind.INCOMING, 1, cracked(other, List.of(room.spindle))));
        room.inspect(InspectionKind.INCOMING, 1, "0.05");

        room.present(InspectionKind.IN_PROCESS);
        assertRefusedAt("batch", () -> room.inspect(InspectionKind.IN_PROCESS, 1, cracked(other, List.of())));
        room.inspect(InspectionKind.IN_PROCESS, 1, cracked(room.spindle, List.of()));

        assertThat(room.nonconformity().delivery()).isEqualTo(room.spindle);
    }

    @Test
    @DisplayName("R-5.13: a batch of which another machine's is in doubt is still to blame where it is built in")
    void aBatchThatIsInDoubtElsewhereIsOfferedToBeBlamedWhereItIs() {
        room.pass(InspectionKind.INCOMING);
        elsewhere();
        room.present(InspectionKind.IN_PROCESS);
        Optional<Task> owed = Optional.of(room.file.openTasks(Quality.INSPECTION).get(0));

        List<Field> fields = room.command(() -> room.inspect().form(room.file, owed)).fields();

        assertThat(options(fields, "components")).isEmpty();
        assertThat(options(fields, "batch")).containsExactly(room.spindle);
    }

    private static List<String> options(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .flatMap(field -> field.options().stream())
                .map(Field.Option::value)
                .toList();
    }

    private static Map<String, Object> cracked(String blamed, List<String> components) {
        return Map.of("value-1", "0.05", "value-2", "500", "value-3", "conforms", "components", components,
                "defect", "cracked", "batch", blamed);
    }

    @Test
    void noBatchIsBlamedForAnInspectionThatIsPassed() {
        room.present(InspectionKind.INCOMING);
        Map<String, Object> values = built(room.spindle);
        values.put("batch", room.spindle);

        assertRefusedAt("batch", () -> room.inspect(InspectionKind.INCOMING, 1, values));
    }

    /** Another order's machine has a spindle of the first batch that does not conform. */
    private Nonconformity elsewhere() {
        return room.command(() -> {
            Machine machine = room.machine();
            Nonconformity found = new Nonconformity(new Machine(new SerialNumber("CNC-500-2026-0099"), machine.order(), 1, machine.model(),
                    BigDecimal.ONE, 1, room.file.now(), List.of()), InspectionKind.INCOMING, 1, "cracked", "ma", room.file.now());
            found.blame(room.book.receipt(room.spindle).orElseThrow());
            room.book.keep(found);
            return found;
        });
    }

    private List<String> offered() {
        return room.command(() -> room.batches.of(room.file.number(), QualityRoom.MACHINE.value())).stream().map(Delivery::batch).toList();
    }

    private void setPartPlan(String part, String runout) {
        room.setPlan(new Values(Map.of("model", part, "kind", "part", "reason", "drawing 7", "characteristics",
                List.of(new Values(Map.of("name", "runout", "unit", "mm", "upper", runout))))));
    }

    private static Map<String, Object> measured(String runout, String rejected) {
        return Map.of("value-1", runout, "rejected", rejected);
    }

    private static Map<String, Object> built(String batch) {
        return new HashMap<>(Map.of("value-1", "0.05", "value-2", "500", "value-3", "conforms", "components", List.of(batch)));
    }

    private static void assertRefusedAt(String field, ThrowingCallable work) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly(field));
    }
}
