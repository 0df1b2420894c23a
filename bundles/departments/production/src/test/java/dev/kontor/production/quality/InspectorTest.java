package dev.kontor.production.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.task.Task;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.store.unit.Dialect;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 5.3: nobody inspects their own work, whatever roles they have (R-5.11)")
final class InspectorTest {

    private static final Map<String, Object> RIGHT = Map.of("value-1", "0.05", "value-2", "500", "value-3", "conforms");

    private QualityRoom room;

    @BeforeEach
    void madeByFeng() {
        room = new QualityRoom(Dialect.DERBY);
        room.setAllPlans();
        room.planned("milling");
        room.pass(InspectionKind.INCOMING);
        room.pass(InspectionKind.IN_PROCESS);
        room.doneBy("feng", "milling");
        room.present(InspectionKind.FINAL);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("neither who did a step of the machine, nor who presented it; anybody else does")
    void whoMadeOrPresentedItDoesNotInspectIt() {
        assertRefused("feng", owed());
        assertRefused("qian", owed());

        room.inspect("zhou", owed(), RIGHT);

        assertThat(room.file.openTasks(Quality.INSPECTION)).isEmpty();
    }

    @Test
    @DisplayName("R-5.13: nor who put right what did not conform of it, though another presents it once more")
    void whoCorrectedItDoesNotInspectItAgain() {
        room.inspect(InspectionKind.FINAL, 1, "0.06");
        room.analyse(1, 1, "rework");
        room.correct("wei", 1, 1);
        room.inspect("ma", owed(), Map.of("value-1", "0.06", "value-2", "500", "value-3", "conforms"));
        room.analyse(1, 2, "rework");
        room.correct("qian", 1, 2);

        assertRefused("wei", owed());
        room.inspect("ma", owed(), RIGHT);
    }

    private Task owed() {
        return room.file.openTasks(Quality.INSPECTION).get(0);
    }

    private void assertRefused(String who, Task task) {
        assertThatExceptionOfType(Refused.class).as(who).isThrownBy(() -> room.inspect(who, task, RIGHT)).satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN);
            assertThat(refused.words().key()).isEqualTo("production.quality.own-work");
        });
    }
}
