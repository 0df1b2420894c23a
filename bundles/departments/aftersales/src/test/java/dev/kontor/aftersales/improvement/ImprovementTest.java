package dev.kontor.aftersales.improvement;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.aftersales.Room;
import dev.kontor.aftersales.Vocabulary;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
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
@DisplayName("Regulation 8.1: service becomes better, and somebody else sees it (R-8.5)")
final class ImprovementTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Parameter
    private Dialect dialect;

    private Room room;

    @BeforeEach
    void open() {
        room = new Room(dialect, anOrder().signedOn(LocalDate.of(2026, 1, 5)).build()).delivered(TODAY, "K-1");
        room.file.as("xu", Role.AFTERSALES_ENGINEER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("its owner is asked until the last working day, makes it, and the head of sales sees it")
    void theWholeWay() {
        plan("logistics.clerk", "2026-03-07");
        assertThat(room.file.task(Vocabulary.IMPROVEMENT, "I1")).satisfies(task -> {
            assertThat(task.role()).isEqualTo(Role.LOGISTICS_CLERK);
            assertThat(task.deadline().orElseThrow().lastDay()).as("a Saturday runs to Monday").isEqualTo("2026-03-09");
        });

        room.file.as("lu", Role.LOGISTICS_CLERK);
        finish("better crates");
        assertThat(only().isDone()).isTrue();
        room.file.as("chen", Role.SALES_HEAD);
        verify("I1.1", Map.of("made", "yes"));

        assertThat(room.file.openTasks()).isEmpty();
        assertThat(only().isOpen()).isFalse();
        assertThat(only().verifiedBy()).isEqualTo("chen");
    }

    @Test
    @DisplayName("what was not improved is made again, and seen again")
    void itIsMadeAgain() {
        plan("logistics.clerk", "2026-03-09");
        finish("better crates");
        room.file.as("chen", Role.SALES_HEAD);
        assertThat(Room.gaps(() -> verify("I1.1", Map.of("made", "no")))).containsExactly("remarks", "due-on");
        assertThat(Room.gaps(() -> verify("I1.1", Map.of("made", "no", "due-on", "2026-03-20")))).containsExactly("remarks");
        assertThat(Room.gaps(() -> verify("I1.1", Map.of("made", "no", "remarks", "still loose")))).containsExactly("due-on");
        assertThat(Room.gaps(() -> verify("I1.1", Map.of("made", "no", "remarks", "still loose", "due-on", "2026-03-01"))))
                .containsExactly("due-on");

        verify("I1.1", Map.of("made", "no", "remarks", "still loose", "due-on", "2026-03-20"));

        assertThat(only().isDone()).isFalse();
        assertThat(room.file.task(Vocabulary.IMPROVEMENT, "I1").deadline().orElseThrow().lastDay()).isEqualTo("2026-03-20");
        room.file.as("lu", Role.LOGISTICS_CLERK);
        finish("straps");
        room.file.as("chen", Role.SALES_HEAD);
        verify("I1.2", Map.of("made", "yes"));
        assertThat(only().isOpen()).isFalse();
    }

    @Test
    @DisplayName("what the head of sales improved is seen by company leadership, and by nobody who made it")
    void nobodyVerifiesTheirOwn() {
        plan("sales.head", "2026-03-09");
        room.file.as("chen", Role.SALES_HEAD, Role.LEADERSHIP);
        finish("calls back");

        assertThat(room.file.task(Vocabulary.VERIFICATION, "I1.1").role()).isEqualTo(Role.LEADERSHIP);
        assertThat(catchThrowableOfType(Refused.class, () -> verify("I1.1", Map.of("made", "yes"))).reason())
                .isEqualTo(Refused.Reason.FORBIDDEN);
        room.file.as("gao", Role.LEADERSHIP);
        verify("I1.1", Map.of("made", "yes"));
    }

    @Test
    @DisplayName("the list goes on where its first part ended, due first, and all newest first")
    void theListGoesOn() {
        plan("logistics.clerk", "2026-03-20");
        plan("logistics.clerk", "2026-03-09");
        plan("logistics.clerk", "2026-03-10");

        List<Improvement> first = room.read(() -> room.improvements.list(true, "", "", 2));

        assertThat(first).extracting(Improvement::subject).containsExactly("I2", "I3");
        assertThat(room.<List<Improvement>>read(() -> room.improvements.list(true, "", first.get(1).id(), 2)))
                .extracting(Improvement::subject).containsExactly("I1");
        List<Improvement> all = room.read(() -> room.improvements.list(false, "", "", 2));
        assertThat(all).extracting(Improvement::subject).containsExactly("I3", "I2");
        assertThat(room.<List<Improvement>>read(() -> room.improvements.list(false, "", all.get(1).id(), 2)))
                .extracting(Improvement::subject).containsExactly("I1");
    }

    @Test
    @DisplayName("it is late after its day, not on it, and not when it is made")
    void itIsLate() {
        plan("logistics.clerk", "2026-03-09");

        assertThat(only().isLate(LocalDate.of(2026, 3, 9))).isFalse();
        assertThat(only().isLate(LocalDate.of(2026, 3, 10))).isTrue();
        finish("better crates");
        assertThat(only().isLate(LocalDate.of(2026, 3, 10))).isFalse();
    }

    private void plan(String owner, String due) {
        room.run(new PlanImprovement(room.improvements), Optional.empty(), Map.of("what", "safe crates", "owner", owner, "due-on", due));
    }

    private void finish(String how) {
        room.run(new FinishImprovement(room.improvements), Optional.of(room.file.task(Vocabulary.IMPROVEMENT, "I1")), Map.of("done", how));
    }

    private void verify(String number, Map<String, Object> values) {
        room.run(new VerifyImprovement(room.improvements), Optional.of(room.file.task(Vocabulary.VERIFICATION, number)), values);
    }

    private Improvement only() {
        List<Improvement> all = room.read(() -> room.improvements.of(room.file.number()));
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
