package dev.kontor.supervision.audit;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.assessment.Counted;
import dev.kontor.api.assessment.OrderEvents;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.Milestone;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.supervision.facts.Observation;
import dev.kontor.supervision.finding.CarryOut;
import dev.kontor.supervision.finding.Demand;
import dev.kontor.supervision.finding.Finding;
import dev.kontor.supervision.finding.Owners;
import dev.kontor.supervision.finding.Verify;
import dev.kontor.supervision.indicator.Indicators;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.OpenWall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.1: every month is audited, and what is found is put right (R-10.1, R-10.2, R-10.3, R-10.7)")
final class AuditTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

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
    @DisplayName("supervision begins with a month and is planned for the day after it, and then month by month (R-10.1)")
    void monthByMonth() {
        room.company.as("shen", Role.SUPERVISOR).setToday(LocalDate.of(2026, 3, 20));
        room.submit(new Begin(room.audits), Map.of("from", "2026-03-20"));
        assertThat(room.company.planned()).containsExactly(Map.entry("supervision month 2026-03", LocalDate.of(2026, 4, 1)));

        endMarch();

        assertThat(room.company.planned()).containsEntry("supervision month 2026-04", LocalDate.of(2026, 5, 1));
        assertThat(SupervisionRoom.refusal(() -> room.submit(new Begin(room.audits), Map.of("from", "2026-03-20"))).reason())
                .isEqualTo(Refused.Reason.CONFLICT);
    }

    @Test
    @DisplayName("of the orders of the month a sample is drawn, and drawn again it is the same (R-10.1)")
    void theSampleCanBeDrawnAgain() {
        for (int number = 1; number <= 9; number++) {
            touched(number, number == 9 ? "2026-04-01T01:00:00Z" : "2026-03-05T02:00:00Z");
        }

        endMarch();

        Audit audit = march();
        List<OrderNumber> sample = sample().stream().map(Sample::order).toList();
        assertThat(audit.population()).isEqualTo(8);
        assertThat(sample).hasSize(5).doesNotContain(OrderNumber.of(2026, 9));
        List<OrderNumber> population = IntStream.rangeClosed(1, 8).mapToObj(each -> OrderNumber.of(2026, each)).sorted(Comparator.reverseOrder()).toList();
        assertThat(AuditPlan.drawn(audit.id(), population, 5)).isEqualTo(sample);
        assertThat(AuditPlan.drawn("another audit", population, 8)).isNotEqualTo(AuditPlan.drawn(audit.id(), population, 8));
    }

    @Test
    @DisplayName("the last moment of the month belongs to it, the first of the next does not")
    void theMonthEndsAtMidnightInTheCompanysZone() {
        touched(1, "2026-03-31T15:59:59.999Z");
        touched(2, "2026-03-31T16:00:00Z");

        endMarch();

        assertThat(sample()).extracting(Sample::order).containsExactly(OrderNumber.of(2026, 1));
    }

    @Test
    @DisplayName("an audit whose last day is over is missed, and stays so when it is made up for; one that is done is not (R-10.1)")
    void aMissedAuditIsVisible() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        endMarch();
        Audit audit = march();
        assertThat(audit.dueOn()).as("ten working days after the month").isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(room.company.planned()).containsEntry("supervision audit " + audit.id(), LocalDate.of(2026, 4, 15));

        assertThat(room.company.planned()).containsEntry("supervision audit-due " + audit.id(), audit.dueOn());
        room.does(() -> room.department.attend(room.company, "audit-due " + audit.id()));
        room.does(() -> room.department.attend(room.company, "audit " + audit.id()));
        assertThat(room.company.told()).containsExactly("supervision.inspector supervision.audit-planned",
                "supervision.inspector supervision.audit-due", "supervision.inspector supervision.audit-missed",
                "company.leadership supervision.audit-missed");
        inspect(file);
        room.does(() -> room.department.attend(room.company, "audit-due " + audit.id()));
        assertThat(room.company.told()).as("nobody is reminded of what is done").hasSize(4);

        assertThat(march().isMissed()).isTrue();
        assertThat(march().isDone()).isTrue();
        assertThat(room.company.noted()).contains("supervision.audit-missed", "supervision.audit-done");
    }

    @Test
    @DisplayName("who stands in the order's journal does not audit it; a colleague does (R-10.7)")
    void theAuditorIsIndependent() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        room.diary.line(file.number(), "2026-03-06T02:00:00Z", "shen", "order.note", Text.plain("hurry up"));
        room.diary.completed(file.number(), "2026-03-07T02:00:00Z", "han", "supervision.verification");
        endMarch();

        room.company.as("shen", Role.SUPERVISOR);
        assertThat(SupervisionRoom.refusal(() -> submitInspection(file)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        room.company.as("han", Role.SUPERVISOR);
        submitInspection(file);

        assertThat(sample()).extracting(Sample::inspectedBy).containsExactly("han");
    }

    @Test
    @DisplayName("who answers for an order, or has put right what was found at it, does not audit it either (R-10.7)")
    void whoIsPartOfItIsNotIndependent() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        room.diary.line(file.number(), "2026-03-06T02:00:00Z", "han", "supervision.carried-out", Text.plain("done"));
        room.diary.line(file.number(), "2026-03-06T03:00:00Z", "shen", "supervision.inspected", Text.plain("inspected"));
        endMarch();

        room.company.as("han", Role.SUPERVISOR);
        assertThat(SupervisionRoom.refusal(() -> submitInspection(file)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        room.company.as(file.summary().representative().value(), Role.SUPERVISOR);
        assertThat(SupervisionRoom.refusal(() -> submitInspection(file)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        inspect(file);
    }

    @Test
    @DisplayName("an order that the whole group has worked on is replaced by the next of the drawing, one that somebody can inspect is not (R-10.1)")
    void anotherOrderIsDrawn() {
        for (int number = 1; number <= 6; number++) {
            touched(number, "2026-03-05T02:00:00Z");
        }
        endMarch();
        Sample first = sample().get(0);
        OrderNumber next = AuditPlan.drawn(march().id(), IntStream.rangeClosed(1, 6).mapToObj(each -> OrderNumber.of(2026, each)).toList(), 6).get(5);
        room.diary.line(first.order(), "2026-03-06T02:00:00Z", "shen", "order.note", Text.plain("hurry up"));
        room.company.as("gao", Role.LEADERSHIP);
        assertThat(SupervisionRoom.refusal(() -> drawAnother(first)).reason()).isEqualTo(Refused.Reason.CONFLICT);

        room.diary.line(first.order(), "2026-03-06T03:00:00Z", "han", "order.note", Text.plain("hurry up"));
        drawAnother(first);

        assertThat(sample()).extracting(Sample::order).hasSize(6).last().isEqualTo(next);
        assertThat(SupervisionRoom.refusal(() -> drawAnother(first)).reason()).isEqualTo(Refused.Reason.NOT_FOUND);
        room.company.as("shen", Role.SUPERVISOR);
        sample().stream().filter(each -> !each.isReplaced()).forEach(each -> room.submit(
                new Inspect(room.audits, room.findings, room.independence, room.plan), Map.of("subject", each.id())));
        assertThat(march().isDone()).isTrue();
    }

    private void drawAnother(Sample sample) {
        room.submit(new DrawAnother(room.audits, room.plan, room.months, room.independence), Map.of("subject", sample.id(), "reason", "all wrote in it"));
    }

    @Test
    @DisplayName("findings are computed from journal, decisions and milestones, each with its clause (R-10.2)")
    void findingsAreComputed() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        room.diary.violation(file.number(), "2026-03-06T02:00:00Z", "lina", "t-1", "entry/deadlines", "3.2");
        room.diary.violation(file.number(), "2026-03-07T02:00:00Z", "lina", "t-1", "entry/deadlines", "3.2");
        room.diary.line(file.number(), "2026-03-08T02:00:00Z", "chen", "review.override-confirmed", Text.plain(""));
        room.diary.line(file.number(), "2026-03-08T03:00:00Z", "chen", "entry.error-found", Text.plain(""));
        file.reach(MilestoneName.REVIEW_CLEARED);
        endMarch();

        inspect(file);

        assertThat(found(file)).extracting(Finding::matter, Finding::clause)
                .containsExactlyInAnyOrder(tuple("entry-late", "3.2"), tuple("entry-errors", "3.2"), tuple("missing-stages", "2"));
        assertThat(found(file)).allSatisfy(each -> assertThat(each.decision()).isNotEmpty());
        assertThat(SupervisionRoom.refusal(() -> submitInspection(file)).reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    @Test
    @DisplayName("an order is late from the day after its agreed delivery date, not on it (R-10.2)")
    void deliveryIsLateFromTheDayAfter() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        OrderEvents events = room.read(() -> room.independence.demanded(file.number(), room.company.actor()));

        assertThat(count(events, LocalDate.of(2026, 9, 1))).isZero();
        assertThat(count(events, LocalDate.of(2026, 9, 2))).isEqualTo(1);
    }

    @Test
    @DisplayName("what was delivered late before the order was taken over is not judged, what is late afterwards is (R-0.4)")
    void deliveryBeforeTheOpeningIsNotJudged() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        OrderEvents events = room.read(() -> room.independence.demanded(file.number(), room.company.actor()));
        LocalDate delivered = LocalDate.of(2026, 9, 2);

        assertThat(count(opened(events, delivered, delivered), delivered)).isZero();
        assertThat(count(opened(events, delivered, delivered.minusDays(1)), delivered)).isEqualTo(1);
    }

    @Test
    @DisplayName("what was delivered in time stays so when a later change of the order moves the date (R-10.5)")
    void theDateOfTheDayCounts() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        Order agreed = anOrder().numbered(1).build();
        file.reach(MilestoneName.LOGISTICS_DELIVERED, LocalDate.of(2026, 3, 2));
        Order amended = anOrder().numbered(1).revised(agreed.revision() + 1).deliveredOn(LocalDate.of(2026, 3, 1)).build();
        file.revise(amended);
        OrderEvents events = room.read(() -> room.independence.demanded(file.number(), room.company.actor()));

        assertThat(events.content()).contains(amended);
        assertThat(count(events, LocalDate.of(2026, 9, 2))).isZero();
        assertThat(new Indicators(new OpenWall()).all().stream()
                        .filter(each -> each.name().equals("logistics.delivery"))
                        .flatMap(each -> each.count(events).stream()))
                .extracting(Counted::good)
                .containsExactly(true);
    }

    @Test
    @DisplayName("an order that was changed or cancelled has passed the stages that its journal tells, one it never came to it has not (R-0.4)")
    void withdrawnStagesWerePassed() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        List<MilestoneName> cleared = List.of(
                MilestoneName.ENTRY_SUBMITTED, MilestoneName.REVIEW_PASSED, MilestoneName.REVIEW_CLEARED, MilestoneName.PRODUCTION_STARTED);
        cleared.forEach(each -> {
            file.reach(each);
            room.diary.line(file.number(), "2026-03-06T02:00:00Z", "chen", "milestone.reached",
                    Text.of("kernel.milestone-reached", Text.of("milestone." + each)));
        });
        file.reach(MilestoneName.ENTRY_REGISTERED);
        file.withdraw(MilestoneName.REVIEW_PASSED, Text.plain("changed"));
        file.withdraw(MilestoneName.REVIEW_CLEARED, Text.plain("cancelled"));
        assertThat(matter(file, "missing-stages")).isZero();

        file.reach(MilestoneName.LOGISTICS_DISPATCHED);
        assertThat(matter(file, "missing-stages")).as("never finished").isEqualTo(1);
    }

    @Test
    @DisplayName("late work counts by the clause it broke, whoever's point found it; that of no chapter counts apart (R-10.2)")
    void lateWorkCountsByItsClause() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        room.diary.violation(file.number(), "2026-03-06T02:00:00Z", "zhou", "t-1", "finance/deadlines", "4.2");
        room.diary.violation(file.number(), "2026-03-06T02:00:00Z", "zhou", "t-2", "finance/deadlines", "7.1");
        room.diary.violation(file.number(), "2026-03-06T02:00:00Z", "wang", "t-3", "export-licence/deadlines", "export-control 12");
        room.diary.violation(file.number(), "2026-03-06T02:00:00Z", "han", "t-4", "supervision/deadlines", "10.1");

        assertThat(matter(file, "review-late")).isEqualTo(1);
        assertThat(matter(file, "collection-late")).isEqualTo(1);
        assertThat(matter(file, "other-late")).isEqualTo(2);
    }

    @Test
    @DisplayName("an instalment that was called about because it was late counts once (R-10.2)")
    void latePaymentsAreObserved() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        calledAbout(file, "1");
        calledAbout(file, "1");
        calledAbout(file, "2");

        assertThat(matter(file, "payments-late")).isEqualTo(2);
    }

    private void calledAbout(FakeOrderFile file, String instalment) {
        room.diary.line(file.number(), "2026-03-06T02:00:00Z", "kontor", "task.raised", Text.of("kernel.task-raised",
                Text.of("kernel.waiting.task-about", Text.of("task.finance.dunning-call"), Text.of("console.subject-of", instalment)),
                Text.of("role.sales.rep")));
    }

    @Test
    @DisplayName("what was found before is not found again, unless it has happened again (R-10.3)")
    void whatIsSettledDoesNotComeAgain() {
        FakeOrderFile file = late();
        room.diary.line(file.number(), "2026-04-02T02:00:00Z", "lina", "entry.saved", Text.plain("saved"));
        endMonth("2026-04");
        room.company.as("shen", Role.SUPERVISOR);
        inspectIn("2026-04", file);
        assertThat(found(file)).hasSize(1);

        room.diary.violation(file.number(), "2026-05-02T02:00:00Z", "lina", "t-2", "entry/deadlines", "3.2");
        endMonth("2026-05");
        inspectIn("2026-05", file);
        assertThat(found(file)).hasSize(2);
    }

    private int matter(FakeOrderFile file, String matter) {
        room.company.as("shen", Role.SUPERVISOR);
        OrderEvents events = room.read(() -> room.independence.demanded(file.number(), room.company.actor()));
        return Observations.of(events, LocalDate.of(2026, 3, 31)).stream()
                .filter(each -> each.matter().equals(matter))
                .mapToInt(Observation::count)
                .sum();
    }

    private static OrderEvents opened(OrderEvents events, LocalDate delivered, LocalDate asOf) {
        PersonId by = new PersonId("system");
        return new OrderEvents(events.order(), events.content(), List.of(
                new Milestone(MilestoneName.ENTRY_OPENED, 1, asOf, Instant.EPOCH, by),
                new Milestone(MilestoneName.LOGISTICS_DELIVERED, 1, delivered, Instant.EPOCH, by)), List.of(), List.of());
    }

    @Test
    @DisplayName("a finding is put right by its owner and verified by another one; not put right it goes back (R-10.3)")
    void aFindingIsTrackedUntilItIsVerified() {
        FakeOrderFile file = late();
        demand(file, Map.of("answer", "rectify", "opinion", "enter in time", "owner", "sales.rep", "within", "3"));
        Finding finding = found(file).get(0);
        Task owed = file.task(Supervision.RECTIFICATION, finding.code());
        assertThat(owed.holder()).contains(new PersonId("lina"));
        assertThat(owed.deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 3, 5));

        carryOut(file, owed, "a calendar entry for each contract");
        Task check = file.task(Supervision.VERIFICATION, finding.code());
        assertThat(refusedVerifying(file, check, "lina", Role.SALES_REP, Role.SUPERVISOR)).isEqualTo(Refused.Reason.FORBIDDEN);
        verify(file, check, "han", Map.of("accepted", "no", "remarks", "show it"));
        assertThat(found(file).get(0).state()).isEqualTo(Finding.State.DEMANDED);

        carryOut(file, file.task(Supervision.RECTIFICATION, finding.code()), "with a picture");
        verify(file, file.task(Supervision.VERIFICATION, finding.code()), "han", Map.of("accepted", "yes"));

        assertThat(found(file)).singleElement().satisfies(each -> {
            assertThat(each.state()).isEqualTo(Finding.State.VERIFIED);
            assertThat(each.verifiedBy()).isEqualTo("han");
            assertThat(each.evidence()).isEqualTo("with a picture");
        });
        assertThat(file.openTasks()).isEmpty();
    }

    @Test
    @DisplayName("what is demanded has an owner and whole days; what is noted has neither, and is not answered twice (R-10.3)")
    void aDemandIsComplete() {
        FakeOrderFile file = late();
        Map<String, Object> words = Map.of("answer", "rectify", "opinion", "enter in time");

        assertThat(SupervisionRoom.gaps(() -> demand(file, words))).containsExactly("owner");
        assertThat(SupervisionRoom.gaps(() -> demand(file, with(words, "within", "0")))).containsExactly("within");
        assertThat(SupervisionRoom.gaps(() -> demand(file, with(words, "within", "1.5")))).containsExactly("within");
        demand(file, Map.of("answer", "noted", "opinion", "the contract came late from the customer"));

        assertThat(found(file)).extracting(Finding::state).containsExactly(Finding.State.NOTED);
        assertThat(file.openTasks()).isEmpty();
        assertThat(SupervisionRoom.refusal(() -> demand(file, with(words, "within", "3"))).reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    private static Map<String, Object> with(Map<String, Object> words, String field, String value) {
        Map<String, Object> more = new HashMap<>(words);
        more.put("owner", "sales.rep");
        more.put(field, value);
        return more;
    }

    /** An order that was entered late, inspected by shen. */
    private FakeOrderFile late() {
        FakeOrderFile file = touched(1, "2026-03-05T02:00:00Z");
        room.diary.violation(file.number(), "2026-03-06T02:00:00Z", "lina", "t-1", "entry/deadlines", "3.2");
        endMarch();
        inspect(file);
        return file;
    }

    private FakeOrderFile touched(int number, String at) {
        FakeOrderFile file = room.order(number);
        room.diary.line(file.number(), at, "lina", "entry.saved", Text.plain("saved"));
        return file;
    }

    private void endMarch() {
        endMonth("2026-03");
    }

    private void endMonth(String month) {
        room.company.setToday(YearMonth.parse(month).plusMonths(1).atDay(1));
        room.does(() -> room.department.attend(room.company, "month " + month));
    }

    private Audit march() {
        return room.read(() -> room.audits.of(MARCH)).orElseThrow();
    }

    private List<Sample> sample() {
        return room.read(() -> room.audits.samples(room.audits.of(MARCH).orElseThrow()));
    }

    private List<Finding> found(FakeOrderFile file) {
        return room.read(() -> room.findings.of(file.number()));
    }

    private void inspect(FakeOrderFile file) {
        room.company.as("shen", Role.SUPERVISOR);
        submitInspection(file);
    }

    private void submitInspection(FakeOrderFile file) {
        inspectIn("2026-03", file);
    }

    private void inspectIn(String month, FakeOrderFile file) {
        List<Sample> drawn = room.read(() -> room.audits.samples(room.audits.of(YearMonth.parse(month)).orElseThrow()));
        String id = drawn.stream().filter(each -> each.order().equals(file.number())).findFirst().orElseThrow().id();
        room.submit(new Inspect(room.audits, room.findings, room.independence, room.plan), Map.of("subject", id));
    }

    private void demand(FakeOrderFile file, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("subject", found(file).get(0).id());
        room.submit(new Demand(room.findings, room.independence, room.rectifications, new Owners(room.accounts)), all);
    }

    private void carryOut(FakeOrderFile file, Task task, String what) {
        room.submit(new CarryOut(room.rectifications), file.as("lina", Role.SALES_REP), task, Map.of("done", what));
    }

    private Refused.Reason refusedVerifying(FakeOrderFile file, Task task, String who, Role... roles) {
        return SupervisionRoom.refusal(() -> room.submit(
                new Verify(room.rectifications, room.independence), file.as(who, roles), task, Map.of("accepted", "yes"))).reason();
    }

    private void verify(FakeOrderFile file, Task task, String who, Map<String, Object> values) {
        room.submit(new Verify(room.rectifications, room.independence), file.as(who, Role.SUPERVISOR), task, values);
    }

    private static int count(OrderEvents events, LocalDate today) {
        return Observations.of(events, today).stream()
                .filter(each -> each.matter().equals("delivery-late"))
                .mapToInt(Observation::count)
                .sum();
    }
}
