package dev.kontor.review.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.command.OrderCommand;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.Upload;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.book.Opinion;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.util.List;
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
        room.file.raise(NewTask.of(new TaskKind("supervision.decision"), Role.LEADERSHIP));
        room.file.as("gao", Role.LEADERSHIP);
        assertThat(offered(cancel)).isTrue();

        room.run(cancel, values());

        assertThat(room.file.openTasks()).as("what is treated goes on").extracting(task -> task.kind().value()).containsExactly("supervision.decision");
        assertThat(room.file.machines()).isEmpty();
        assertThat(room.file.milestones()).contains(Vocabulary.TERMINATED).doesNotContain(MilestoneName.REVIEW_CLEARED);
        assertThat(room.file.documents()).extracting(Document::kind).contains(Cancel.AGREEMENT);
        assertThat(offered(cancel)).isFalse();
    }

    @Test
    void whatHasLeftTheWorksIsNotCancelled() {
        room.file.reach(MilestoneName.REVIEW_CLEARED);
        room.file.enrol(ONE, 1, BigDecimal.ONE);
        room.file.reach(ONE, MilestoneName.LOGISTICS_DISPATCHED, room.file.today());
        room.file.as("gao", Role.LEADERSHIP);

        assertThat(offered(cancel)).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.run(cancel, values()))
                .satisfies(refused -> assertThat(refused.words().toString()).contains("CNC-1"));
    }

    @Test
    void anOrderThatNeverClearedIsTerminatedInstead() {
        room.file.as("gao", Role.LEADERSHIP);

        assertThat(offered(cancel)).isFalse();
        assertThat(offered(new Terminate(room.book))).isTrue();
    }

    @Test
    @DisplayName("R-4.15: while a change of a cleared order is under review the order is cancelled, and not terminated without paper")
    void anOrderThatClearedOnceIsNotTerminated() {
        room.submit();
        room.pass();
        List.of("production", "finance", "legal").forEach(department -> room.opine(department, Opinion.NO_OBJECTION));
        room.file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("a change was submitted"));
        room.file.as("gao", Role.LEADERSHIP);
        Terminate terminate = new Terminate(room.book);

        assertThat(offered(terminate)).isFalse();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.run(terminate, Map.of("how", "termination", "reason", "nobody wants it")))
                .satisfies(refused -> assertThat(refused.words().toString()).contains("review.cancel"));
        assertThat(offered(cancel)).isTrue();
    }

    @Test
    void anOrderWithMachinesIsNotTerminated() {
        room.file.reach(MilestoneName.REVIEW_CLEARED);
        room.file.enrol(ONE, 1, BigDecimal.ONE);
        room.file.as("gao", Role.LEADERSHIP);

        assertThat(offered(new Terminate(room.book))).isFalse();
    }

    private boolean offered(OrderCommand command) {
        return room.read(() -> command.offered(room.file, Optional.empty()));
    }

    private static Map<String, Object> values() {
        return Map.of("reason", "the customer closes its works", "agreement", SIGNED);
    }
}
