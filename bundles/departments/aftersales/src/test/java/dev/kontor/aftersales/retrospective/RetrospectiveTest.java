package dev.kontor.aftersales.retrospective;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.aftersales.Room;
import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.improvement.Improvement;
import dev.kontor.api.document.Document;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakePrinter;
import java.time.LocalDate;
import java.util.HashMap;
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
@DisplayName("Regulation 8.2: sales looks back on a completed order, and everybody concerned reads it (R-8.6, R-8.7, R-8.8)")
final class RetrospectiveTest {

    private static final LocalDate AGREED = LocalDate.of(2026, 2, 25);
    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 2);

    @Parameter
    private Dialect dialect;

    private final FakePrinter printer = new FakePrinter();
    private final Journal journal = new Journal();
    private Room room;

    @BeforeEach
    void open() {
        room = new Room(dialect, anOrder().signedOn(LocalDate.of(2026, 1, 5)).deliveredOn(AGREED).build()).delivered(DELIVERED, "K-1");
        room.file.reach(MilestoneName.ORDER_COMPLETED, DELIVERED);
        arrive();
        room.file.as("lina", Role.SALES_REP);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("the representative owes it within the company's days of completion, once")
    void theRepresentativeOwesIt() {
        arrive();

        assertThat(room.file.openTasks(Vocabulary.RETROSPECTIVE)).singleElement().satisfies(task -> {
            assertThat(task.holder()).contains(new PersonId("lina"));
            assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo("2026-03-16");
        });
        hold(Map.of());
        arrive();
        assertThat(room.file.openTasks(Vocabulary.RETROSPECTIVE)).isEmpty();
    }

    @Test
    @DisplayName("it begins with the delay and what the journal tells, oldest first and each once, and with what the customer said")
    void itBeginsWithWhatIsKnown() {
        journal.add("review.opinion-given", "review.objection-given", "legal objects");
        journal.add("review.opinion-given", "review.no-objection-given", "finance agrees");
        journal.add("rules.violation", "kernel.violation", "opinion late");
        journal.add("rules.violation", "kernel.violation", "opinion late");
        journal.add("production.nonconformity-found", "production.nonconformity", "crack");
        journal.add("milestone.reached", "kernel.reached", "delivered");

        assertThat(matters()).containsExactly(
                "aftersales.delivered-late 2026-02-25 2026-03-02 5", "review.objection-given legal objects", "kernel.violation opinion late",
                "production.nonconformity crack");
    }

    @Test
    @DisplayName("of each matter it tells how it began, not what became of it")
    void eachMatterIsToldOnce() {
        journal.add("production.nonconformity", "production.quality.opened", "NC-1 crack");
        journal.add("production.nonconformity", "production.quality.decided", "NC-1 rework");
        journal.add("production.delay", "production.plan.delay-told", "D-1 casting late");
        journal.add("production.nonconformity", "production.quality.opened", "NC-2 rust");
        journal.add("production.nonconformity", "production.quality.corrected", "NC-1");
        journal.add("production.delay", "production.plan.acknowledged", "D-1");
        journal.add("production.delay", "production.plan.passed", "D-1");
        journal.add("finance.hardship-reported", "finance.dunning.hardship-reported", "2");
        journal.add("finance.hardship-decided", "finance.dunning.hardship-decided", "2");

        assertThat(matters()).containsExactly(
                "aftersales.delivered-late 2026-02-25 2026-03-02 5", "production.quality.opened NC-1 crack",
                "production.plan.delay-told D-1 casting late", "production.quality.opened NC-2 rust",
                "finance.dunning.hardship-reported 2");
    }

    @Test
    @DisplayName("two hundred are told, and how many there are more")
    void whatIsLeftOutIsCounted() {
        for (int i = 1; i <= 199; i++) {
            journal.add("rules.violation", "kernel.violation", "no " + i);
        }
        assertThat(matters()).hasSize(200).last().isEqualTo("kernel.violation no 199");

        journal.add("rules.violation", "kernel.violation", "no 200");
        journal.add("rules.violation", "kernel.violation", "no 201");
        assertThat(matters()).hasSize(201).last().isEqualTo("aftersales.more-findings 2");
        assertThat(matters()).contains("kernel.violation no 199").doesNotContain("kernel.violation no 200");
    }

    @Test
    @DisplayName("a journal longer than one part is read to its beginning")
    void theWholeJournalIsRead() {
        journal.add("rules.violation", "kernel.violation", "the very first");
        for (int i = 0; i < 450; i++) {
            journal.add("entry.saved", "entry.saved", "draft");
        }

        assertThat(matters()).contains("kernel.violation the very first");
    }

    @Test
    @DisplayName("an order delivered on the agreed day was not late")
    void onTheDayIsNotLate() {
        room.close();
        room = new Room(dialect, anOrder().signedOn(LocalDate.of(2026, 1, 5)).deliveredOn(DELIVERED).build()).delivered(DELIVERED, "K-1");

        assertThat(matters()).isEmpty();
    }

    @Test
    @DisplayName("held, it is filed as a paper and passed to company leadership and every department")
    void itIsPassedOn() {
        hold(Map.of());

        assertThat(room.file.openTasks(Vocabulary.READING)).extracting(Task::role)
                .contains(Role.LEADERSHIP).containsAll(Vocabulary.DEPARTMENTS).hasSize(9);
        assertThat(room.file.documents()).extracting(Document::kind).containsExactly(Distribution.PAPER);
        assertThat(printer.printed()).singleElement().satisfies(paper -> assertThat(paper.blocks()).hasSize(2));
        assertThat(unread()).hasSize(9);
    }

    @Test
    @DisplayName("a department that came later takes part, improves and reads like any other (R-0.5)")
    void aLaterDepartmentTakesPart() {
        Role officer = new Role("export-licence.reviewer");
        room.accounts.with("ding", officer).with("song", Role.ARCHIVIST).with("lina", Role.SALES_REP).with("root", Role.SYSTEM_ADMINISTRATOR);

        assertThat(holding().form(room.file, Optional.empty()).sections().get(0).fields().get(1).options())
                .extracting(Field.Option::value).contains(officer.value()).hasSize(9);
        hold(Map.of("departments", List.of(officer.value()), "points", List.of(
                row(Map.of("matter", "licence late", "suggestion", "apply earlier", "owner", officer.value(), "due-on", "2026-03-20")))));

        assertThat(unread()).contains(officer).doesNotContain(Role.ARCHIVIST).hasSize(10);
        assertThat(room.file.openTasks(Vocabulary.IMPROVEMENT)).extracting(Task::role).containsExactly(officer);
    }

    @Test
    @DisplayName("it begins with what the customer asked for, too")
    void whatTheCustomerAskedForIsFeedback() {
        room.run(room.opening(), Optional.empty(), Map.of(
                "machine", "K-1", "kind", "installation", "need", "The table is not level.", "asked-by", "Wu", "asked-on", DELIVERED.toString(),
                "months", "12"));

        Values initial = room.read(() -> holding().initial(room.file, Optional.empty()));

        assertThat(initial.text("feedback")).isEqualTo("aftersales.case-was SO-2026-00001-S1 2026-03-02 The table is not level.");
    }

    @Test
    @DisplayName("who has read it, and who has not, is seen")
    void receiptsAreSeen() {
        hold(Map.of());
        room.file.as("lu", Role.LOGISTICS_CLERK);
        assertThat(room.<List<Block>>read(() -> new RetrospectiveTab(room.retrospectives).brief(room.file))).as("above the form").isNotEmpty();

        Task owed = room.file.task(Vocabulary.READING, "logistics.clerk");
        room.run(new ReadRetrospective(room.retrospectives), Optional.of(owed), Map.of("remark", "better crates"));

        assertThat(unread()).hasSize(8).doesNotContain(Role.LOGISTICS_CLERK);
        assertThat(receipts()).filteredOn(Receipt::isRead).singleElement().satisfies(read -> {
            assertThat(read.readBy()).isEqualTo("lu");
            assertThat(read.remark()).isEqualTo("better crates");
        });
        assertThat(room.<List<Block>>read(() -> new RetrospectiveTab(room.retrospectives).brief(room.file))).isEmpty();
    }

    @Test
    @DisplayName("a suggestion with somebody to carry it out becomes an improvement")
    void suggestionsBecomeImprovements() {
        hold(Map.of("points", List.of(
                row(Map.of("matter", "crate broke", "suggestion", "safe crates", "owner", "logistics.clerk", "due-on", "2026-03-20")),
                row(Map.of("matter", "late", "cause", "castings", "suggestion", "order earlier")))));

        assertThat(room.<List<Point>>read(() -> room.retrospectives.points(room.file.number())))
                .extracting(Point::matter, Point::improvement)
                .containsExactly(tuple("crate broke", "I1"), tuple("late", ""));
        assertThat(room.<List<Improvement>>read(() -> room.improvements.of(room.file.number()))).singleElement().satisfies(made -> {
            assertThat(made.what()).isEqualTo("safe crates");
            assertThat(made.owner()).isEqualTo(Role.LOGISTICS_CLERK);
            assertThat(made.origin()).isEqualTo("retrospective");
        });
    }

    @Test
    @DisplayName("what cannot be is told at its field, all at once, and nothing is kept")
    void gapsAreToldAtOnce() {
        assertThat(Room.gaps(() -> hold(Map.of(
                        "held-on", "2026-03-03",
                        "points", List.of(
                                row(Map.of("matter", "late")),
                                row(Map.of("matter", "crate broke", "owner", "logistics.clerk")),
                                row(Map.of("matter", "crate broke", "owner", "logistics.clerk", "suggestion", "x", "due-on", "2026-03-01")))))))
                .containsExactly("held-on", "points[1].suggestion", "points[1].due-on", "points[2].due-on");
        assertThat(Room.gaps(() -> hold(Map.of("held-on", "2026-03-01", "departments", List.of("sales.head"))))).as("sales alone")
                .containsExactly("held-on", "departments");
        assertThat(room.<Boolean>read(() -> room.retrospectives.of(room.file.number()).isEmpty())).isTrue();
    }

    @Test
    @DisplayName("the list goes on where its first part ended")
    void theListGoesOn() {
        hold(Map.of());
        room.command(() -> {
            room.retrospectives.keep(new Retrospective(anOrder().numbered(2).build(), DELIVERED, "lina", room.file.now()));
            room.retrospectives.keep(new Retrospective(anOrder().numbered(3).build(), DELIVERED, "lina", room.file.now().minusSeconds(60)));
            return room;
        });

        List<Retrospective> first = room.read(() -> room.retrospectives.list("", 2));

        assertThat(first).extracting(each -> each.order().value()).containsExactly("SO-2026-00002", "SO-2026-00001");
        assertThat(room.<List<Retrospective>>read(() -> room.retrospectives.list("SO-2026-00001", 2)))
                .extracting(each -> each.order().value()).containsExactly("SO-2026-00003");
    }

    private void arrive() {
        room.arrive(MilestoneName.ORDER_COMPLETED);
    }

    private HoldRetrospective holding() {
        return new HoldRetrospective(
                room.retrospectives, new Findings(journal, room.cases, room.visits, journal), room.improvements,
                new Distribution(room.retrospectives, room.departments, printer));
    }

    private void hold(Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "held-on", room.file.today().toString(), "departments", List.of("production.planner", "logistics.clerk"),
                "participants", "Qian, Lu", "feedback", "runs well", "summary", "castings earlier"));
        values.putAll(changed);
        room.run(holding(), Optional.of(room.file.openTasks(Vocabulary.RETROSPECTIVE).get(0)), values);
    }

    private static Values row(Map<String, Object> values) {
        return new Values(values);
    }

    private List<String> matters() {
        Values initial = room.read(() -> holding().initial(room.file, Optional.empty()));
        return initial.rows("points").stream().map(row -> row.text("matter")).toList();
    }

    private List<Receipt> receipts() {
        return room.read(() -> room.retrospectives.receipts(room.file.number()));
    }

    private List<Role> unread() {
        return receipts().stream().filter(each -> !each.isRead()).map(Receipt::role).toList();
    }
}
