package dev.kontor.supervision.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
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
import dev.kontor.testkit.WeekdayCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.2: whoever a violation concerns is heard on how grave it is, before it is decided (R-11.2, R-11.3)")
final class HearingTest extends TreatmentCase {

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
        assertThat(file.openTasks(Supervision.HEARING)).as("who has spoken is asked no more").isEmpty();

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
}
