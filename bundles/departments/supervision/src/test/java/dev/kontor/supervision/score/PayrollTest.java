package dev.kontor.supervision.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.document.Upload;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.supervision.commendation.AnswerCommendation;
import dev.kontor.supervision.commendation.Commend;
import dev.kontor.supervision.treatment.Decide;
import dev.kontor.testkit.FakeOrderFile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.2: a month is exported for payroll, each value in its own column (R-10.6)")
final class PayrollTest {

    private static final Person GAO = new Person(new PersonId("gao"), "gao", Set.of(Role.LEADERSHIP), "en");

    @Parameter
    private Dialect dialect;

    private SupervisionRoom room;

    @BeforeEach
    void open() {
        room = new SupervisionRoom(dialect);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("score, points, bonus, compensation, reward, and who confirmed when; the link stands last")
    void theListOfAMonth() {
        FakeOrderFile file = room.order(1);
        room.diary.completed(file.number(), "2026-03-03T02:00:00Z", "lina", "entry.entry");
        room.diary.completed(file.number(), "2026-03-03T03:00:00Z", "zhou", "entry.entry");
        decided(file);
        rewarded("han");
        room.company.setToday(LocalDate.of(2026, 4, 1));
        room.does(() -> room.department.attend(room.company, "month 2026-03"));
        room.company.as("gao", Role.LEADERSHIP);
        room.submit(new ConfirmScores(room.scores, room.parties), Map.of("subject", "2026-03"));

        assertThat(exported()).isEqualTo("""
                month,kind,id,who,score,points,bonus,compensation-cny,reward,confirmed-by,confirmed-at,events
                2026-03,department,entry,department.entry,100,0,0,0,,gao,2026-04-01T01:00:00Z,events
                2026-03,person,lina,lina,98,2,20,1000,,gao,2026-04-01T01:00:00Z,events
                2026-03,person,zhou,zhou,100,0,0,0,,gao,2026-04-01T01:00:00Z,events
                2026-03,–,han,han,–,–,–,–,a day off,–,–,–
                """);
    }

    @Test
    @DisplayName("a score leads to the treatments whose points it counts, on the page that its reader may open (R-10.5)")
    void aScoreLeadsToItsTreatments() {
        FakeOrderFile file = room.order(1);
        decided(file);
        room.company.setToday(LocalDate.of(2026, 4, 1));
        room.does(() -> room.department.attend(room.company, "month 2026-03"));
        Score lina = room.read(() -> room.scores.of(YearMonth.of(2026, 3))).stream().filter(each -> each.subject().equals("lina")).findFirst().orElseThrow();

        List<ScoreItem> items = room.read(() -> room.scores.items(lina));
        Block.Table shown = (Block.Table) ScoreView.whole(lina, "", items, List.of(), GAO, "supervision/treatments").get(1);

        assertThat(shown.rows()).singleElement().satisfies(row ->
                assertThat(((Cell.Link) row.get(0)).href()).isEqualTo("supervision/treatments/" + items.get(0).treatment()));
        assertThat(room.read(() -> room.treatments.treatment(items.get(0).treatment()))).isPresent();
    }

    private void decided(FakeOrderFile file) {
        room.does(() -> file.consult(Question.at(
                Supervision.AT_PENALTIES, new ViolationFound("lina", "t-9", "entry/deadlines", "3.2", 1)).addingOnly()));
        room.does(() -> file.goOnTo(LocalDate.of(2026, 3, 6)));
        room.submit(new Decide(room.rulings, room.way, room.authority, room.regulation), file.as("gao", Role.LEADERSHIP), file.openTasks(Supervision.DECISION).get(0),
                Map.of("measure", "bonus", "points", "2", "bonus", "20", "loss", "2000", "compensation", "1000", "pay", "8000", "grounds", "late",
                        "proof", new Upload("invoice.pdf", "application/pdf", 10, "0".repeat(64))));
        room.does(() -> file.goOnTo(LocalDate.of(2026, 3, 20)));
    }

    private void rewarded(String who) {
        room.company.as("shen", Role.SUPERVISOR).setToday(LocalDate.of(2026, 3, 20));
        String id = room.submit(new Commend(room.commendations, room.subjects, room.diary),
                        Map.of("commended", who, "reason", "saved an order", "evidence", "a letter", "reward", "a day off"))
                .id();
        room.company.as("gao", Role.LEADERSHIP);
        room.submit(new AnswerCommendation(room.commendations, room.parties, room.addressees), Map.of("subject", id, "approved", "yes"));
    }

    /** As the console writes the table: a line for each row, the last part of a message for its words. */
    private String exported() {
        Block.Table table = room.read(() -> new ScoresPage(room.scores, room.payroll, room.scoreSheet).show(new Query(GAO, List.of("2026-03"), Map.of())))
                .blocks()
                .stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
        String head = table.columns().stream().map(each -> words(each.name())).collect(Collectors.joining(","));
        return head + "\n" + table.rows().stream()
                .map(row -> row.stream().map(PayrollTest::value).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    /** One value; several in a cell would be no list for payroll. */
    private static String value(Cell cell) {
        if (cell instanceof Cell.Words shown) {
            return words(shown.text());
        }
        if (cell instanceof Cell.Number shown) {
            return shown.number().toPlainString();
        }
        return cell instanceof Cell.Moment shown ? shown.at().toString() : words(((Cell.Link) cell).text());
    }

    private static String words(Text text) {
        if (!text.arguments().isEmpty()) {
            return text.arguments().get(0).toString();
        }
        return text.key().startsWith("supervision.") ? text.key().substring(text.key().lastIndexOf('.') + 1) : text.key();
    }
}
