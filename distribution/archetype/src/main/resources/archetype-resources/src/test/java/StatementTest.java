package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatementTest {

    @Test
    void anOrderOfThePriceOwesAStatement() {
        try (Room room = new Room(Money.cny(100_000))) {
            assertThat(opened(room)).extracting(Task::role).containsExactly(Vocabulary.CLERK);
        }
    }

    @Test
    void aSmallerOneDoesNot() {
        try (Room room = new Room(Money.cny(99_999))) {
            assertThat(opened(room)).isEmpty();
        }
    }

    @Test
    void aStatementEndsTheTaskAndStandsOnThePage() {
        try (Room room = new Room(Money.cny(100_000))) {
            give(room, opened(room).get(0), Map.of("verdict", "fine"));

            assertThat(room.file.openTasks()).isEmpty();
            assertThat(opened(room)).isEmpty();
            View view = room.command(() -> new StatementsPage(room.statements).show(new Query(room.file.actor(), List.of(), Map.of())));
            assertThat(view.blocks()).singleElement()
                    .isInstanceOfSatisfying(Block.Table.class, table -> assertThat(table.rows()).hasSize(1));
        }
    }

    @Test
    void aConcernMustBeExplained() {
        try (Room room = new Room(Money.cny(100_000))) {
            Task task = opened(room).get(0);

            Refused refused = catchThrowableOfType(Refused.class, () -> give(room, task, Map.of("verdict", "concern")));

            assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("remarks");
        }
    }

    @Test
    void anExtraordinaryOrderIsSubmittedOnceItsPurposeIsSaid() {
        try (Room room = new Room(Money.cny(5_000_000))) {
            assertThat(submittable(room)).isFalse();

            room.command(() -> new SayPurpose(room.statements).run(room.file, Optional.empty(), new Values(Map.of("purpose", "A new works."))));

            assertThat(submittable(room)).isTrue();
        }
    }

    private static boolean submittable(Room room) {
        return room.command(() -> room.file.consult(Question.at(new ConsultationPoint("entry/submission"))).passes());
    }

    @Test
    void whoSeesNoPossibleStatementObjects() {
        try (Room room = new Room(Money.cny(1_000_000))) {
            StatementOpinion opinion = new StatementOpinion();
            Values none = new Values(Map.of("possible", "no"));

            Refused refused = catchThrowableOfType(Refused.class, () -> opinion.given(room.file, false, none));

            assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("possible");
            assertThatCode(() -> opinion.given(room.file, true, none)).doesNotThrowAnyException();
        }
    }

    private static List<Task> opened(Room room) {
        return room.command(() -> {
            room.file.arrive(room.department, "review.cleared");
            return room.file.openTasks();
        });
    }

    private static Answer give(Room room, Task task, Map<String, Object> values) {
        return room.command(() -> new GiveStatement(room.statements).run(room.file, Optional.of(task), new Values(values)));
    }
}
