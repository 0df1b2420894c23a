package dev.kontor.review.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.review.Vocabulary;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 4.2: an order that is being carried out is cancelled by a signed agreement (R-4.15)")
final class CancelTest {

    private static final SerialNumber ONE = new SerialNumber("CNC-1");
    private static final Upload SIGNED = new Upload("cancellation.pdf", "application/pdf", 9, "a".repeat(64));

    @Parameter
    private Dialect dialect;

    private ReviewRoom room;
    private Cancel cancel;

    @BeforeEach
    void open() {
        room = new ReviewRoom(dialect, dev.kontor.testkit.AnOrder.anOrder().build());
        cancel = new Cancel(room.book);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void nobodyOwesItAnythingAndItsMachinesStayWithTheCompany() {
        room.file.reach(MilestoneName.REVIEW_CLEARED);
        room.file.enrol(ONE, 1, BigDecimal.ONE);
        room.file.raise(NewTask.of(new TaskKind("production.plan"), Role.PRODUCTION_PLANNER));
        room.file.as("gao", Role.LEADERSHIP);
        assertThat(cancel.offered(room.file, Optional.empty())).isTrue();

        room.run(cancel, values());

        assertThat(room.file.openTasks()).isEmpty();
        assertThat(room.file.machines()).isEmpty();
        assertThat(room.file.milestones()).contains(Vocabulary.TERMINATED).doesNotContain(MilestoneName.REVIEW_CLEARED);
        assertThat(room.file.documents()).extracting(Document::kind).contains(Cancel.AGREEMENT);
        assertThat(cancel.offered(room.file, Optional.empty())).isFalse();
    }

    @Test
    void whatHasLeftTheWorksIsNotCancelled() {
        room.file.reach(MilestoneName.REVIEW_CLEARED);
        room.file.enrol(ONE, 1, BigDecimal.ONE);
        room.file.reach(ONE, MilestoneName.LOGISTICS_DISPATCHED, room.file.today());
        room.file.as("gao", Role.LEADERSHIP);

        assertThat(cancel.offered(room.file, Optional.empty())).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.run(cancel, values()))
                .satisfies(refused -> assertThat(refused.words().toString()).contains("CNC-1"));
    }

    @Test
    void anOrderThatNeverClearedIsTerminatedInstead() {
        room.file.as("gao", Role.LEADERSHIP);

        assertThat(cancel.offered(room.file, Optional.empty())).isFalse();
    }

    private static Map<String, Object> values() {
        return Map.of("reason", "the customer closes its works", "agreement", SIGNED);
    }
}
