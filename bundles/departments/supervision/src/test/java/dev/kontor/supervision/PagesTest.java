package dev.kontor.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.audit.AuditsPage;
import dev.kontor.supervision.audit.Inspect;
import dev.kontor.supervision.audit.ToInspect;
import dev.kontor.supervision.finding.FindingsTab;
import dev.kontor.supervision.regulation.Acknowledge;
import dev.kontor.supervision.regulation.Publish;
import dev.kontor.supervision.regulation.Unread;
import dev.kontor.supervision.score.IndicatorsPage;
import dev.kontor.supervision.score.ScoresPage;
import dev.kontor.supervision.treatment.Grounds;
import dev.kontor.supervision.treatment.TreatmentSheet;
import dev.kontor.supervision.treatment.TreatmentsPage;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.StillClock;
import dev.kontor.testkit.WeekdayCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10: who supervises sees everything, everybody sees what concerns them (R-10.1, R-10.5, R-11.3)")
final class PagesTest {

    private static final Person SHEN = person("shen", Role.SUPERVISOR);
    private static final Person GAO = person("gao", Role.LEADERSHIP);
    private static final Person AUDITOR = person("audit", Role.AUDITOR);
    private static final Person LINA = person("lina", Role.SALES_REP);
    private static final Person ZHOU = person("zhou", Role.FINANCE_REVIEWER);

    @Parameter
    private Dialect dialect;

    private SupervisionRoom room;
    private FakeOrderFile file;

    @BeforeEach
    void open() {
        room = new SupervisionRoom(dialect);
        file = room.order(1);
        room.diary.completed(file.number(), "2026-03-03T02:00:00Z", "lina", "entry.entry");
        room.diary.violation(file.number(), "2026-03-05T02:00:00Z", "lina", "t-1", "entry/deadlines", "3.2");
        room.does(() -> file.consult(Question.at(
                Supervision.AT_PENALTIES, new ViolationFound("lina", "t-1", "entry/deadlines", "3.2", 1)).addingOnly()));
        room.company.setToday(LocalDate.of(2026, 4, 1));
        room.does(() -> room.department.attend(room.company, "month 2026-03"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("the audit shows its sample with what to do, and afterwards what was found")
    void theAuditShowsWhatToDo() {
        AuditsPage page = new AuditsPage(room.audits, room.findings, new WeekdayCalendar(), new StillClock(room.company::now),
                room.unread);
        String audit = link(show(page, SHEN), "supervision/audits/");
        String inspect = link(show(page, SHEN, audit), "do/supervision/inspect?subject=");

        assertThat(links(show(page, AUDITOR, audit))).noneMatch(href -> href.startsWith("do/"));
        room.company.as("shen", Role.SUPERVISOR);
        room.submit(new Inspect(room.audits, room.findings, room.independence, room.plan), Map.of("subject", inspect));

        assertThat(links(show(page, SHEN, audit))).anyMatch(href -> href.startsWith("do/supervision/demand?subject="));
        assertThat(links(show(page, SHEN))).as("the finding stands among those to be settled").anyMatch(href -> href.startsWith("do/supervision/demand"));
        assertThat(links(show(page, AUDITOR, audit))).as("decisions about the company are for auditors").anyMatch(href -> href.startsWith("decisions/"));
        assertThat(links(show(page, SHEN, audit))).noneMatch(href -> href.startsWith("decisions/"));
        assertThat(room.read(() -> new FindingsTab(room.findings, room.treatments, room.events).show(file))).hasSize(1);
    }

    @Test
    @DisplayName("the page of the audits counts who has not acknowledged the regulation, until everybody has (R-0.3)")
    void theUnacknowledgedAreCounted() {
        Unread unread = room.unread;
        assertThat(room.read(unread::figure)).isEmpty();
        room.company.as("gao", Role.LEADERSHIP);
        room.submit(new Publish(room.regulation, room.accounts), Map.of("title", "Regulation", "body", "clause one", "effective-on", "2026-05-01"));

        List<String> people = room.accounts.accounts().stream().map(each -> each.id().value()).toList();
        people.forEach(each -> {
            assertThat(room.read(unread::figure)).isPresent();
            room.company.as(each, Role.SALES_REP);
            room.submit(new Acknowledge(room.regulation), Map.of("subject", "1", "read", "yes"));
        });
        assertThat(room.read(unread::figure)).isEmpty();
    }

    @Test
    @DisplayName("from the scores it is one click to the events, from each event one to the order")
    void scoresLeadToEvents() {
        ScoresPage page = new ScoresPage(room.scores, room.payroll, room.scoreSheet);
        View month = show(page, GAO);
        String score = link(month, "supervision/scores/2026-03/");

        assertThat(month.actions()).extracting(Cell.Link::href).contains("do/supervision/confirm-scores?subject=2026-03");
        assertThat(show(page, SHEN).actions()).extracting(Cell.Link::href).doesNotContain("do/supervision/confirm-scores?subject=2026-03");
        assertThat(links(show(page, SHEN, "2026-03", score))).contains("orders/SO-2026-00001?tab=timeline");
        assertThat(SupervisionRoom.refusal(() -> show(page, SHEN, "2026-13")).reason()).isEqualTo(Refused.Reason.NOT_FOUND);
    }

    @Test
    @DisplayName("whose score it is reads by which version of the rules it was scored (R-10.4)")
    void theRulesOfAScoreAreNamed() {
        room.company.decided().forEach(each -> room.diary.keep(each, file));
        MinePage page = new MinePage(
                room.treatments, room.scoreSheet, sheet(), room.regulation, new ToInspect(room.audits));
        String score = link(show(page, LINA), "supervision/mine/score/");

        Block.Facts facts = (Block.Facts) show(page, LINA, "score", score).blocks().get(0);

        String version = Supervision.kept(room.book.versions(Supervision.AT_SCORE).get(0));
        assertThat(facts.facts()).extracting(Block.Fact::value).contains(Cell.plain(version));
    }

    @Test
    @DisplayName("what the regulation promises stands month by month, each figure one click from its events (R-0.2)")
    void promisesStandMonthByMonth() {
        room.diary.line(file.number(), "2026-04-02T02:00:00Z", "lina", "entry.submitted", Text.plain(""));
        room.diary.line(file.number(), "2026-04-03T02:00:00Z", "lina", "entry.submitted", Text.plain(""));
        room.diary.line(file.number(), "2026-04-04T02:00:00Z", "chen", "entry.error-found", Text.plain(""), new Change("lina writer-share", "", "100"));
        room.company.setToday(LocalDate.of(2026, 5, 1));
        room.does(() -> room.department.attend(room.company, "month 2026-04"));

        View view = show(new IndicatorsPage(room.scores), GAO);

        Block.Table table = (Block.Table) view.blocks().get(0);
        assertThat(table.rows()).extracting(row -> row.get(0)).containsExactly(Cell.plain("2026-04"), Cell.plain("2026-03"));
        Cell.Link accuracy = (Cell.Link) table.rows().get(0).get(2);
        assertThat(accuracy.text().arguments()).extracting(Object::toString).containsExactly("66.7", "2", "3");
        assertThat(links(show(new ScoresPage(room.scores, room.payroll, room.scoreSheet), GAO, accuracy.href().substring("supervision/scores/".length()).split("/"))))
                .contains("orders/SO-2026-00001?tab=timeline");
        assertThat(table.rows().get(1).subList(1, 5)).as("nothing of it happened in March").containsOnly(Cell.plain("–"));
    }

    @Test
    @DisplayName("my page shows my proposals and scores with what I can do; nobody else's is found there")
    void minePageIsMine() {
        MinePage page = new MinePage(
                room.treatments, room.scoreSheet, sheet(), room.regulation, new ToInspect(room.audits));
        View mine = show(page, LINA);
        String treatment = links(mine).stream()
                .filter(href -> href.startsWith("supervision/mine/") && !href.contains("/score/"))
                .findFirst()
                .orElseThrow()
                .substring("supervision/mine/".length());
        String score = link(mine, "supervision/mine/score/");

        assertThat(show(page, LINA, treatment).blocks()).anyMatch(block -> block instanceof Block.Ask ask && ask.command().equals("supervision/plead"));
        assertThat(show(page, LINA, "score", score).blocks()).isNotEmpty();
        assertThat(links(show(page, ZHOU))).isEmpty();
        assertThat(links(show(page, SHEN))).as("what is to be inspected").anyMatch(href -> href.startsWith("do/supervision/inspect?subject="));
        assertThat(SupervisionRoom.refusal(() -> show(page, ZHOU, treatment)).reason()).isEqualTo(Refused.Reason.NOT_FOUND);
        assertThat(SupervisionRoom.refusal(() -> show(page, ZHOU, "score", score)).reason()).isEqualTo(Refused.Reason.NOT_FOUND);
    }

    @Test
    @DisplayName("the list of violations goes on where it was cut, and loses none of one instant")
    void theListOfViolationsGoesOn() {
        room.does(() -> List.of("wang", "wu").forEach(who -> file.consult(Question.at(
                Supervision.AT_PENALTIES, new ViolationFound(who, "t-1", "entry/deadlines", "3.2", 1)).addingOnly())));
        TreatmentsPage page = new TreatmentsPage(room.treatments, sheet());
        List<String> seen = new ArrayList<>();
        Map<String, String> parameters = Map.of("rows", "1");
        for (int part = 0; part < 3; part++) {
            Map<String, String> asked = parameters;
            View view = room.read(() -> page.show(new Query(SHEN, List.of(), asked)));
            Block.Table table = (Block.Table) view.blocks().get(0);
            seen.addAll(links(view));
            assertThat(table.rows()).hasSize(1);
            assertThat(table.next().isEmpty()).isEqualTo(part == 2);
            parameters = Map.of("rows", "1", "after", table.next().substring(table.next().indexOf('=') + 1));
        }

        assertThat(seen).filteredOn(href -> href.startsWith("supervision/treatments/")).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("beside what is proposed stands the violation in the words in which it was found, one click from its decision (R-11.3)")
    void theViolationIsLinked() {
        TreatmentsPage page = new TreatmentsPage(room.treatments, sheet());
        String treatment = link(show(page, SHEN), "supervision/treatments/");

        Block.Facts facts = (Block.Facts) show(page, SHEN, treatment).blocks().get(0);

        assertThat(facts.facts().get(2).value()).isInstanceOfSatisfying(Cell.Link.class, violation -> {
            assertThat(violation.text().arguments()).isEqualTo(List.of("late", "超时"));
            assertThat(violation.href()).isEqualTo("decisions/" + room.read(() -> room.events.of(file.number())).lapses().get(0).decision());
        });
    }

    private TreatmentSheet sheet() {
        return new TreatmentSheet(
                room.treatments, room.regulation, new Grounds(room.findings, room.events), new StillClock(() -> file.now()));
    }

    private View show(Page page, Person reader, String... tail) {
        return room.read(() -> page.show(new Query(reader, List.of(tail), Map.of())));
    }

    /** What stands behind the prefix in the first link that has it. */
    private static String link(View view, String prefix) {
        return links(view).stream().filter(href -> href.startsWith(prefix)).findFirst().orElseThrow().substring(prefix.length());
    }

    private static List<String> links(View view) {
        return view.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(block -> ((Block.Table) block).rows().stream())
                .flatMap(List::stream)
                .flatMap(PagesTest::hrefs)
                .toList();
    }

    private static Stream<String> hrefs(Cell cell) {
        if (cell instanceof Cell.Many many) {
            return many.cells().stream().flatMap(PagesTest::hrefs);
        }
        return cell instanceof Cell.Link link ? Stream.of(link.href()) : Stream.empty();
    }

    private static Person person(String name, Role role) {
        return new Person(new PersonId(name), name, Set.of(role), "en");
    }
}
