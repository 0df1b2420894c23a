package dev.kontor.supervision.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.supervision.treatment.Decide;
import dev.kontor.testkit.FakeOrderFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.2: a month is scored by what happened, and confirmed by a person (R-0.2, R-10.4, R-10.5, R-10.6)")
final class ScoreTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Parameter
    private Dialect dialect;

    private SupervisionRoom room;
    private FakeOrderFile file;

    @BeforeEach
    void open() {
        room = new SupervisionRoom(dialect);
        file = room.order(1);
        room.diary.completed(file.number(), "2026-03-03T02:00:00Z", "lina", "entry.entry");
        room.diary.violation(file.number(), "2026-03-05T02:00:00Z", "lina", "t-2", "entry/deadlines", "3.2");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("one of two in time: half, which is poor and costs five points; the events are behind it (R-10.5)")
    void aScoreHasItsEventsBehindIt() {
        endMarch();

        Score lina = score("lina");
        assertThat(lina.points()).isEqualTo(95);
        assertThat(lina.decision()).isNotEmpty();
        assertThat(room.read(() -> room.scores.items(lina))).singleElement().satisfies(item -> {
            assertThat(item.name()).isEqualTo("entry.on-time");
            assertThat(item.percent()).isEqualByComparingTo("50");
            assertThat(item.points()).isEqualTo(5);
        });
        assertThat(room.read(() -> room.scores.events(lina))).extracting(ScoreEvent::order, ScoreEvent::kind, ScoreEvent::isGood)
                .containsExactlyInAnyOrder(
                        tuple("SO-2026-00001", "task.completed", true), tuple("SO-2026-00001", "rules.violation", false));
        assertThat(score("entry").kind()).as("the department's own").isEqualTo(Score.DEPARTMENT);
    }

    @Test
    @DisplayName("a fifth of an entry error weighs a fifth: one good submission beside it is 83.3 % (R-3.7)")
    void aShareWeighsItsShare() {
        room.diary.line(file.number(), "2026-03-04T02:00:00Z", "wang", "entry.submitted", Text.plain(""));
        room.diary.line(file.number(), "2026-03-05T02:00:00Z", "chen", "entry.error-found", Text.plain(""),
                new Change("lina writer-share", "", "80"), new Change("wang confirmer-share", "", "20"));

        endMarch();

        Score wang = score("wang");
        assertThat(room.read(() -> room.scores.items(wang))).singleElement().satisfies(item -> assertThat(item.percent()).isEqualByComparingTo("83.3"));
        assertThat(room.read(() -> room.scores.events(wang))).extracting(each -> each.share().intValue()).containsExactlyInAnyOrder(100, 20);
        room.company.as("gao", Role.LEADERSHIP);
        assertThat(again().key()).isEqualTo("supervision.scored-same");
    }

    @Test
    @DisplayName("of thousands of lines a month reads those of the orders to which something happened in it, and no others (R-10.5)")
    void aMonthReadsItsOrdersOnly() {
        for (int number = 2; number <= 400; number++) {
            OrderNumber other = room.order(number).number();
            for (int line = 0; line < 10; line++) {
                room.diary.line(other, "2026-02-28T15:59:59Z", "lina", "entry.saved", Text.plain(""));
                room.diary.line(other, "2026-03-31T16:00:00Z", "lina", "entry.saved", Text.plain(""));
            }
        }
        int before = room.diary.read();

        endMarch();

        assertThat(scores()).extracting(Score::subject).contains("lina");
        assertThat(room.diary.read() - before).as("of 7,980 lines beside the two of the one order").isEqualTo(2);
    }

    @Test
    @DisplayName("scored again it is the same; with one event more it is said whose is not (R-10.5)")
    void scoredAgainItIsTheSame() {
        endMarch();
        room.company.as("gao", Role.LEADERSHIP);
        confirm();

        assertThat(again().key()).isEqualTo("supervision.scored-same");
        room.diary.completed(file.number(), "2026-03-30T02:00:00Z", "zhou", "finance.evaluation");

        assertThat(again().arguments()).containsExactly("2026-03", "finance, zhou");
        assertThat(scores()).as("nothing is replaced once it is confirmed").extracting(Score::subject).doesNotContain("zhou");
    }

    @Test
    @DisplayName("before it is confirmed, scores counted again take the place of the old ones")
    void beforeItIsConfirmedItIsReplaced() {
        endMarch();
        room.company.as("gao", Role.LEADERSHIP);
        room.diary.completed(file.number(), "2026-03-30T02:00:00Z", "zhou", "finance.evaluation");

        again();

        assertThat(score("zhou").points()).isEqualTo(100);
        assertThat(scores()).extracting(Score::subject).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a month that is not over is not scored")
    void aMonthThatIsNotOverIsNotScored() {
        room.company.setToday(LocalDate.of(2026, 3, 31));

        assertThat(SupervisionRoom.gaps(this::again)).containsExactly("month");
    }

    @Test
    @DisplayName("nothing is final before a person confirms it, and nobody confirms their own (R-10.6)")
    void aPersonConfirms() {
        room.diary.completed(file.number(), "2026-03-09T02:00:00Z", "gao", "review.approval");
        endMarch();
        assertThat(scores()).noneMatch(Score::isConfirmed);

        room.company.as("gao", Role.LEADERSHIP);
        confirm();

        assertThat(score("lina").confirmedBy()).isEqualTo("gao");
        assertThat(score("gao").isConfirmed()).isFalse();
        assertThat(SupervisionRoom.refusal(this::confirm).reason()).isEqualTo(Refused.Reason.CONFLICT);
        room.company.as("fang", Role.LEADERSHIP);
        confirm();
        assertThat(score("gao").confirmedBy()).isEqualTo("fang");
        endMarch();
        assertThat(scores()).as("what is confirmed is not replaced").allMatch(Score::isConfirmed);
    }

    @Test
    @DisplayName("points that were decided on a violation count in the month in which they became final (R-11.3)")
    void decidedPointsCount() {
        decided("wang");

        endMarch();

        assertThat(score("wang").points()).isEqualTo(99);
    }

    @Test
    @DisplayName("what was decided about a role counts in the score of its department (R-11.3)")
    void aRoleIsItsDepartments() {
        decided("finance.clerk");

        endMarch();

        assertThat(score("finance").kind()).isEqualTo(Score.DEPARTMENT);
        assertThat(score("finance").points()).isEqualTo(99);
        assertThat(scores()).extracting(Score::subject).doesNotContain("finance.clerk");
    }

    private void decided(String who) {
        room.does(() -> file.consult(Question.at(
                Supervision.AT_PENALTIES, new ViolationFound(who, "t-9", "entry/deadlines", "3.2", 1)).addingOnly()));
        room.does(() -> file.goOnTo(LocalDate.of(2026, 3, 6)));
        Task owed = file.openTasks(Supervision.DECISION).get(0);
        room.submit(new Decide(room.rulings, room.way, room.authority, room.regulation), file.as("gao", Role.LEADERSHIP), owed,
                Map.of("measure", "points", "points", "1", "grounds", "late"));
        room.does(() -> file.goOnTo(LocalDate.of(2026, 3, 20)));
    }

    private void endMarch() {
        room.company.setToday(LocalDate.of(2026, 4, 1));
        room.does(() -> room.department.attend(room.company, "month 2026-03"));
    }

    private Text again() {
        return room.submit(new CountAgain(room.scores, room.scoring, room.months), Map.of("month", "2026-03")).said();
    }

    private void confirm() {
        room.submit(new ConfirmScores(room.scores, room.parties), Map.of("subject", "2026-03"));
    }

    private List<Score> scores() {
        return room.read(() -> room.scores.of(MARCH));
    }

    private Score score(String subject) {
        return scores().stream().filter(each -> each.subject().equals(subject)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("other rules of a later day change no score of before: it is counted again by the version that scored it first (R-10.5, policy 14)")
    void laterRulesDoNotCountBackwards(@TempDir Path folder) throws IOException {
        endMarch();
        room.company.decided().forEach(each -> room.diary.keep(each, file));
        Path shipped = Path.of("..", "..", "..", "rules");
        try (Stream<Path> files = Files.walk(shipped.resolve("supervision/score"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(each));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(each).replace("poor-points,5,", "poor-points,9,"));
            }
        }
        room.book.activate(List.of(folder), "supervision/score");
        room.company.as("gao", Role.LEADERSHIP);

        assertThat(again().key()).isEqualTo("supervision.scored-same");
        room.diary.completed(file.number(), "2026-03-30T02:00:00Z", "zhou", "finance.evaluation");
        again();

        assertThat(score("lina").points()).as("one of two in time, by the rules of March").isEqualTo(95);
        assertThat(score("zhou").points()).isEqualTo(100);
    }

    @Test
    @DisplayName("whoever acts for somebody in company leadership does not confirm their score, and another day may (R-10.6, R-4.18)")
    void delegationIsNoWayAround() {
        room.diary.completed(file.number(), "2026-03-09T02:00:00Z", "gao", "review.approval");
        endMarch();
        room.accounts.delegating("gao", "fang", Role.LEADERSHIP, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 1));
        room.company.as("fang", Role.LEADERSHIP);
        confirm();

        assertThat(score("lina").confirmedBy()).isEqualTo("fang");
        assertThat(score("gao").isConfirmed()).isFalse();
        room.company.setToday(LocalDate.of(2026, 4, 2));
        confirm();
        assertThat(score("gao").confirmedBy()).isEqualTo("fang");
    }

    @Test
    @DisplayName("what is confirmed is what was seen: scores that were counted anew meanwhile are another version (R-10.6)")
    void whatWasSeenIsConfirmed() {
        endMarch();
        ConfirmScores command = new ConfirmScores(room.scores, room.parties);
        long seen = room.read(() -> command.version("2026-03"));
        room.company.as("gao", Role.LEADERSHIP);
        assertThat(again().key()).isEqualTo("supervision.scored-same");
        assertThat(room.read(() -> command.version("2026-03"))).isEqualTo(seen);

        room.company.setToday(LocalDate.of(2026, 4, 2));
        room.diary.completed(file.number(), "2026-03-30T02:00:00Z", "zhou", "finance.evaluation");
        again();

        assertThat(room.read(() -> command.version("2026-03"))).isGreaterThan(seen);
    }
}
