package dev.kontor.supervision.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord;
import dev.kontor.api.rule.Violations;
import dev.kontor.api.rule.facts.ViolationFound;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Outcome;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.time.WorkingDays;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.WeekdayCalendar;
import java.time.Instant;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.2: a violation is proposed, heard, decided, appealed once, and final (R-11.2, R-11.3)")
final class TreatmentTest {

    /** A Monday; the agreed order was signed on it. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final Upload PROOF = new Upload("invoice.pdf", "application/pdf", 10, "0".repeat(64));

    @Parameter
    private Dialect dialect;

    private SupervisionRoom room;
    private FakeOrderFile file;

    @BeforeEach
    void open() {
        room = new SupervisionRoom(dialect);
        file = room.order(1);
        room.company.setToday(DAY);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("what rules propose is kept once with rule, clause and decision, and told to whoever it concerns")
    void aProposalIsKeptOnce() {
        violated("lina", 3);
        violated("lina", 3);

        assertThat(all()).singleElement().satisfies(each -> {
            assertThat(each.concerned()).isEqualTo("lina");
            assertThat(each.proposed()).isEqualTo(5);
            assertThat(each.clause()).isEqualTo("10.2");
            assertThat(each.rule()).contains("supervision/penalties").contains("a long delay costs more points");
            assertThat(each.decision()).isNotEmpty();
            assertThat(each.heardUntil()).as("three working days").isEqualTo(LocalDate.of(2026, 3, 5));
        });
        assertThat(file.told()).hasSize(1);
    }

    @Test
    @DisplayName("who it concerns is heard once, until the last day; nobody else is")
    void whoItConcernsIsHeard() {
        violated("lina", 3);
        room.company.setToday(LocalDate.of(2026, 3, 5));

        room.company.as("zhou", Role.FINANCE_REVIEWER);
        assertThat(SupervisionRoom.refusal(this::plead).reason()).isEqualTo(Refused.Reason.NOT_FOUND);
        room.company.as("lina", Role.SALES_REP);
        plead();
        assertThat(SupervisionRoom.refusal(this::plead).reason()).isEqualTo(Refused.Reason.CONFLICT);

        assertThat(room.company.entrusted()).containsExactly(file.number() + " heard " + one().id());
    }

    @Test
    @DisplayName("the day after the last day it is too late, and company leadership decides without")
    void thenItIsTooLate() {
        violated("lina", 3);
        room.company.as("lina", Role.SALES_REP).setToday(LocalDate.of(2026, 3, 6));

        assertThat(SupervisionRoom.refusal(this::plead).reason()).isEqualTo(Refused.Reason.CONFLICT);
        goOnTo(LocalDate.of(2026, 3, 5));
        assertThat(file.openTasks(Supervision.DECISION)).isEmpty();
        goOnTo(LocalDate.of(2026, 3, 6));

        assertThat(file.openTasks(Supervision.DECISION)).singleElement().satisfies(task ->
                assertThat(task.role()).isEqualTo(Role.LEADERSHIP));
    }

    @ParameterizedTest(name = "{0} working days late: {1} points")
    @CsvSource({"1, 2, 2026-03-03", "2, 2, 2026-03-04", "3, 5, 2026-03-05"})
    @DisplayName("how grave it is shows when the work is done (R-11.2)")
    void theRealLatenessCosts(int late, int points, LocalDate done) {
        String task = late(1);
        room.diary.completed(file.number(), done + "T02:00:00Z", "lina", "entry.entry", task, DAY.toString());
        file.complete(TaskId.of(task), Outcome.of("done"));
        goOnTo(LocalDate.of(2026, 3, 7));

        assertThat(one().proposed()).isEqualTo(points);
        assertThat(file.openTasks(Supervision.DECISION)).as("what became graver is heard once more").hasSize(late > 2 ? 0 : 1);
        goOnTo(LocalDate.of(2026, 3, 12));
        assertThat(file.openTasks(Supervision.DECISION)).hasSize(1);
    }

    @Test
    @DisplayName("what is not done when the hearing ends is as late as on that day, whoever spoke before; then it is heard once more (R-11.2)")
    void whatIsNotDoneGetsGraver() {
        late(1);
        room.company.as("lina", Role.SALES_REP).setToday(LocalDate.of(2026, 3, 3));
        plead();
        file.setToday(LocalDate.of(2026, 3, 3));
        room.does(() -> room.department.attend(file, "heard " + one().id()));
        assertThat(one().state()).as("how late it is shows later").isEqualTo(Treatment.State.PROPOSED);

        goOnTo(LocalDate.of(2026, 3, 7));
        assertThat(one().proposed()).as("four working days").isEqualTo(5);
        assertThat(one().heardUntil()).isEqualTo(LocalDate.of(2026, 3, 11));
        room.company.setToday(LocalDate.of(2026, 3, 11));
        plead();
        assertThat(SupervisionRoom.refusal(this::plead).reason()).isEqualTo(Refused.Reason.CONFLICT);
        goOnTo(LocalDate.of(2026, 4, 20));

        assertThat(one().proposed()).isEqualTo(5);
        assertThat(file.openTasks(Supervision.DECISION)).hasSize(1);
    }

    @Test
    @DisplayName("what was found thirty working days late is proposed so at once, and heard once (R-11.2)")
    void whatWasFoundLateIsLate() {
        late(30);
        goOnTo(LocalDate.of(2026, 3, 7));

        assertThat(one().proposed()).isEqualTo(5);
        assertThat(file.openTasks(Supervision.DECISION)).hasSize(1);
    }

    /** A work of lina's that was due on {@link #DAY} and found late the day after. */
    private String late(int found) {
        String task = file.raise(NewTask.of(new TaskKind("entry.entry"), Role.SALES_REP)
                .until(new WeekdayCalendar().deadline(DAY, WorkingDays.of(0)))).id().toString();
        room.diary.violation(file.number(), "2026-03-03T01:00:00Z", "lina", task, "entry/deadlines", "3.2");
        file.setToday(LocalDate.of(2026, 3, 3));
        room.does(() -> file.consult(
                Question.at(Supervision.AT_PENALTIES, new ViolationFound("lina", task, "entry/deadlines", "3.2", found)).addingOnly()));
        return task;
    }

    @Test
    @DisplayName("what is due to a role or department is heard from those who hold it or work there")
    void aRoleIsHeardToo() {
        violated("finance.reviewer", 1);
        room.company.as("zhou", Role.FINANCE_REVIEWER);

        plead();

        assertThat(room.read(() -> room.treatments.of(room.company.actor(), 10))).hasSize(1);
        violated("finance", 1);
        assertThat(room.read(() -> room.treatments.of(room.company.actor(), 10))).hasSize(2);
    }

    @Test
    @DisplayName("as many points as proposed can be taken, one more cannot, and none is given without a number")
    void noMoreThanProposed() {
        heard("lina");

        assertThat(SupervisionRoom.gaps(() -> decide("gao", Map.of("measure", "points", "points", "6", "grounds", "late")))).containsExactly("points");
        assertThat(SupervisionRoom.gaps(() -> decide("gao", Map.of("measure", "points", "grounds", "late")))).containsExactly("points");
        decide("gao", Map.of("measure", "points", "points", "5", "grounds", "late"));

        assertThat(one().state()).isEqualTo(Treatment.State.DECIDED);
        assertThat(file.decisions()).as("what somebody earns and owes is kept in no decision of the order")
                .noneMatch(decision -> decision.point().equals(Supervision.AT_TREATMENT));
    }

    @Test
    @DisplayName("compensation is for a loss that a document proves, and takes at most a fifth of the month's pay (R-11.2)")
    void compensationIsWithinTheLaw() {
        heard("lina");
        Map<String, Object> words = Map.of("measure", "criticism", "grounds", "late", "proof", PROOF);
        Map<String, Object> unproved = with(Map.of("measure", "criticism", "grounds", "late"), "2000", "1600", "8000");

        assertThat(SupervisionRoom.gaps(() -> decide("gao", with(words, "0", "100", "8000")))).containsExactly("compensation");
        assertThat(SupervisionRoom.gaps(() -> decide("gao", with(words, "2000", "1600.01", "8000")))).containsExactly("pay");
        assertThat(SupervisionRoom.gaps(() -> decide("gao", with(words, "2000", "1600", "0")))).containsExactly("pay");
        assertThat(SupervisionRoom.gaps(() -> decide("gao", unproved))).containsExactly("proof");
        decide("gao", with(words, "2000", "1600", "8000"));

        Step.Ruled ruled = step(Treatment.State.DECIDED).ruled().orElseThrow();
        assertThat(ruled.compensation()).isEqualByComparingTo("1600");
        assertThat(file.documents()).singleElement().satisfies(each -> assertThat(each.id()).isEqualTo(ruled.proof()));
    }

    @Test
    @DisplayName("the fifth is of the month: a second decision takes what the first has left, to the cent; the next month begins anew (R-11.2)")
    void theLimitIsOfTheMonth() {
        Map<String, Object> words = Map.of("measure", "criticism", "grounds", "late", "proof", PROOF);
        violated("lina", 3);
        violated("lina", "t-2");
        violated("lina", "t-3");
        goOnTo(LocalDate.of(2026, 3, 6));
        List<Task> owed = file.openTasks(Supervision.DECISION);
        decide(owed.get(0), with(words, "2000", "1000", "8000"));

        assertThat(SupervisionRoom.gaps(() -> decide(owed.get(1), with(words, "2000", "600.01", "8000")))).containsExactly("pay");
        decide(owed.get(1), with(words, "2000", "600", "8000"));
        goOnTo(LocalDate.of(2026, 4, 1));
        decide(owed.get(2), with(words, "2000", "1600", "8000"));
    }

    @Test
    @DisplayName("of the bonus at most half is withheld in a month, with all that was decided (R-11.2)")
    void theBonusIsLimited() {
        violated("lina", 3);
        violated("lina", "t-2");
        goOnTo(LocalDate.of(2026, 3, 6));
        List<Task> owed = file.openTasks(Supervision.DECISION);
        decide(owed.get(0), Map.of("measure", "bonus", "bonus", "20", "points", "2", "grounds", "late"));

        assertThat(SupervisionRoom.gaps(() -> decide(owed.get(1), Map.of("measure", "discipline", "bonus", "30.01", "grounds", "a warning"))))
                .containsExactly("bonus");
        decide(owed.get(1), Map.of("measure", "discipline", "bonus", "30", "grounds", "a warning"));

        assertThat(all()).extracting(each -> room.read(() -> room.treatments.ruled(each)).orElseThrow().measure())
                .containsExactlyInAnyOrder("bonus", "discipline");
    }

    @ParameterizedTest
    @CsvSource({"none, points, 2", "criticism, points, 2", "criticism, bonus, 10", "points, bonus, 10", "none, compensation, 10",
        "bonus, points, 0", "bonus, bonus, 100.01"})
    @DisplayName("what does not fit its measure is refused where it was typed, and dropped nowhere (R-11.2)")
    void whatDoesNotFitIsRefused(String measure, String field, String value) {
        heard("lina");
        Map<String, Object> values = new HashMap<>(Map.of("measure", measure, "grounds", "late", "proof", PROOF));
        if (measure.equals("points")) {
            values.put("points", "2");
        }
        values.put(field, value);

        assertThat(SupervisionRoom.gaps(() -> decide("gao", values))).containsExactly(field);
    }

    private void violated(String who, String occasion) {
        room.does(() -> file.consult(
                Question.at(Supervision.AT_PENALTIES, new ViolationFound(who, occasion, "entry/deadlines", "3.2", 3)).addingOnly()));
    }

    private void decide(Task owed, Map<String, Object> values) {
        room.submit(new Decide(room.rulings, room.way, room.authority, room.regulation), file.as("gao", Role.LEADERSHIP), owed, values);
    }

    @Test
    @DisplayName("nobody decides on what concerns themselves")
    void nobodyDecidesOnThemselves() {
        heard("gao");

        assertThat(SupervisionRoom.refusal(() -> decide("gao", Map.of("measure", "none", "grounds", "not me"))).reason())
                .isEqualTo(Refused.Reason.FORBIDDEN);
    }

    @Test
    @DisplayName("what concerns a role is decided by one who does not hold it, if there is one; of those who decide somebody does")
    void aRoleIsNoBarToThoseWhoDecide() {
        room.accounts.with("gao", Role.LEADERSHIP, Role.FINANCE_CLERK).with("fang", Role.LEADERSHIP);
        heard("finance.clerk");
        Map<String, Object> none = Map.of("measure", "none", "grounds", "nothing was lost");
        Role[] both = {Role.LEADERSHIP, Role.FINANCE_CLERK};

        assertThat(SupervisionRoom.refusal(() -> decideAs("gao", none, both)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        room.accounts.with("fang", Role.SALES_REP);
        decideAs("gao", none, both);

        assertThat(one().state()).isEqualTo(Treatment.State.DECIDED);
    }

    @Test
    @DisplayName("what concerns company leadership as such is decided by company leadership")
    void leadershipDecidesOnItsOwnWork() {
        heard("company.leadership");

        decide("gao", Map.of("measure", "criticism", "grounds", "late"));

        assertThat(one().state()).isEqualTo(Treatment.State.DECIDED);
    }

    @ParameterizedTest
    @CsvSource({"gao, fang", "fang, gao"})
    @DisplayName("who acts for the one it concerns, or for whom that one acts, does not decide (R-4.18)")
    void delegationIsNoWayAroundTheConflict(String from, String to) {
        heard("gao");
        room.accounts.with("fang", Role.LEADERSHIP).delegating(from, to, Role.LEADERSHIP, DAY, LocalDate.of(2026, 3, 6));

        assertThat(SupervisionRoom.refusal(() -> decide("fang", Map.of("measure", "none", "grounds", "a friend"))).reason())
                .isEqualTo(Refused.Reason.FORBIDDEN);
        goOnTo(LocalDate.of(2026, 3, 9));
        decide("fang", Map.of("measure", "none", "grounds", "nothing was lost"));
    }

    @ParameterizedTest
    @CsvSource({"gao, fang", "fang, gao"})
    @DisplayName("who acts for the one who decided first, or for whom that one acts, does not decide on the appeal (R-4.18)")
    void delegationIsNoWayAroundTheAppeal(String from, String to) {
        decided();
        appeal(LocalDate.of(2026, 3, 13));
        room.accounts.with("fang", Role.LEADERSHIP).with("wu", Role.LEADERSHIP)
                .delegating(from, to, Role.LEADERSHIP, DAY, LocalDate.of(2026, 12, 31));

        assertThat(SupervisionRoom.refusal(() -> decideAppeal("fang", "2")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        decideAppeal("wu", "2");

        assertThat(one().finalPoints()).isEqualTo(2);
    }

    @Test
    @DisplayName("every role of a department is asked to be heard, one speaks for it, and nobody is asked any more")
    void aDepartmentIsHeardByItsRoles() {
        room.accounts.with("ma", Role.PRODUCTION_PLANNER).with("lu", Role.PRODUCTION_INSPECTOR);
        violated("production", 1);
        assertThat(file.openTasks(Supervision.HEARING)).extracting(Task::role)
                .containsExactlyInAnyOrder(Role.PRODUCTION_PLANNER, Role.PRODUCTION_INSPECTOR);
        assertThat(file.told()).hasSize(2);

        Task owed = file.openTasks(Supervision.HEARING).get(0);
        room.submit(new BeHeard(room.treatments, room.rulings, room.way), file.as("ma", Role.PRODUCTION_PLANNER), owed,
                Map.of("words", "the steel came late"));

        assertThat(file.openTasks(Supervision.HEARING)).isEmpty();
        goOnTo(DAY);
        assertThat(file.openTasks(Supervision.DECISION)).hasSize(1);
    }

    @Test
    @DisplayName("to be heard is a person's own task; whose time is over has it no more")
    void aPersonHasATaskOfTheirOwn() {
        violated("lina", 1);
        assertThat(file.openTasks(Supervision.HEARING)).singleElement().satisfies(task -> {
            assertThat(task.holder()).contains(new PersonId("lina"));
            assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 3, 5));
        });

        goOnTo(LocalDate.of(2026, 3, 6));

        assertThat(file.openTasks(Supervision.HEARING)).isEmpty();
    }

    private void decideAs(String who, Map<String, Object> values, Role... roles) {
        room.submit(new Decide(room.rulings, room.way, room.authority, room.regulation), file.as(who, roles), file.task(Supervision.DECISION, one().code()), values);
    }

    @Test
    @DisplayName("nobody appeals until the last day: the day after, what was decided is final")
    void unappealedItIsFinal() {
        decided();

        goOnTo(LocalDate.of(2026, 3, 13));
        assertThat(one().state()).isEqualTo(Treatment.State.DECIDED);
        goOnTo(LocalDate.of(2026, 3, 14));

        assertThat(one().state()).isEqualTo(Treatment.State.FINAL);
        assertThat(one().finalPoints()).isEqualTo(5);
    }

    @Test
    @DisplayName("an appeal goes to another one, is never for more, and is final; there is no second")
    void anAppealIsDecidedByAnother() {
        decided();
        appeal(LocalDate.of(2026, 3, 13));
        room.accounts.with("fang", Role.LEADERSHIP);

        assertThat(SupervisionRoom.refusal(() -> decideAppeal("gao", "2")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(SupervisionRoom.gaps(() -> decideAppeal("fang", "6"))).containsExactly("points");
        decideAppeal("fang", "2");

        assertThat(one().finalPoints()).isEqualTo(2);
        assertThat(SupervisionRoom.refusal(() -> appeal(LocalDate.of(2026, 3, 13))).reason()).isEqualTo(Refused.Reason.CONFLICT);
        goOnTo(LocalDate.of(2026, 4, 1));
        assertThat(one().finalPoints()).as("what was planned for no appeal changes nothing").isEqualTo(2);
        assertThat(room.read(() -> room.treatments.steps(one()))).extracting(Step::kind).containsExactly(
                Treatment.State.DECIDED, Treatment.State.APPEALED, Treatment.State.FINAL);
    }

    @Test
    @DisplayName("the day after the last day there is no appeal")
    void anAppealIsInTime() {
        decided();

        assertThat(SupervisionRoom.refusal(() -> appeal(LocalDate.of(2026, 3, 14))).reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    @Test
    @DisplayName("with one in company leadership the same decides on the appeal, and what was decided stands beside it")
    void oneLeaderDecidesTwice() {
        decided();
        appeal(LocalDate.of(2026, 3, 13));

        decideAppeal("gao", "0");

        assertThat(one().state()).isEqualTo(Treatment.State.FINAL);
        assertThat(one().finalPoints()).isZero();
        assertThat(step(Treatment.State.DECIDED).ruled().orElseThrow().points()).isEqualTo(5);
    }

    @Test
    @DisplayName("what rules proposed while supervision did not run is taken up at the end of the month")
    void whatWasMissedIsTakenUp() {
        Decision decision = unheard();
        Concluded penalty = decision.conclusions().get(0);
        room.diary.keep(decision, file);
        room.violations.add(new Violations.Found(file.number(), Instant.parse("2026-03-02T01:00:00Z"),
                new DecisionRecord.Told(penalty.conclusion(), penalty.set(), penalty.rule(), "en", "zh"), decision.id()));
        room.company.setToday(LocalDate.of(2026, 4, 1));

        room.does(() -> room.department.attend(room.company, "month 2026-03"));
        room.does(() -> room.department.attend(room.company, "month 2026-03"));

        assertThat(all()).extracting(Treatment::concerned).containsExactly("lina");
    }

    private static Map<String, Object> with(Map<String, Object> words, String loss, String compensation, String pay) {
        Map<String, Object> more = new HashMap<>(words);
        more.putAll(Map.of("loss", loss, "compensation", compensation, "pay", pay));
        return more;
    }

    /** Rules propose while supervision does not run. */
    private Decision unheard() {
        FakeOrderFile alone = new FakeOrderFile(file.order().orElseThrow(), SupervisionRoom.rules());
        return alone.consult(Question.at(Supervision.AT_PENALTIES, new ViolationFound("lina", "t-1", "entry/deadlines", "3.2", 3)).addingOnly());
    }

    private void violated(String who, int late) {
        room.does(() -> file.consult(
                Question.at(Supervision.AT_PENALTIES, new ViolationFound(who, "t-1", "entry/deadlines", "3.2", late)).addingOnly()));
    }

    private void heard(String who) {
        violated(who, 3);
        goOnTo(LocalDate.of(2026, 3, 6));
    }

    private void decided() {
        heard("lina");
        decide("gao", Map.of("measure", "points", "points", "5", "grounds", "late"));
    }

    private void goOnTo(LocalDate day) {
        room.does(() -> file.goOnTo(day));
    }

    private void plead() {
        room.submit(new Plead(room.treatments, room.way), Map.of("subject", one().id(), "words", "the customer was late"));
    }

    private void appeal(LocalDate day) {
        room.company.as("lina", Role.SALES_REP).setToday(day);
        room.submit(new Appeal(room.treatments, room.way), Map.of("subject", one().id(), "words", "too much"));
        room.does(() -> room.department.attend(file, "appealed " + one().id()));
    }

    private void decide(String who, Map<String, Object> values) {
        room.submit(new Decide(room.rulings, room.way, room.authority, room.regulation), file.as(who, Role.LEADERSHIP), file.task(Supervision.DECISION, one().code()), values);
    }

    private void decideAppeal(String who, String points) {
        Map<String, Object> values = points.equals("0")
                ? Map.of("measure", "none", "grounds", "right")
                : Map.of("measure", "points", "points", points, "grounds", "right in part");
        room.submit(new DecideAppeal(room.rulings, room.way, room.authority), file.as(who, Role.LEADERSHIP), file.task(Supervision.APPEAL, one().code()), values);
    }

    private Step step(Treatment.State kind) {
        return room.read(() -> room.treatments.step(one(), kind)).orElseThrow();
    }

    private List<Treatment> all() {
        return room.read(() -> room.treatments.after(Optional.empty(), 10));
    }

    private Treatment one() {
        return all().get(all().size() - 1);
    }
}
