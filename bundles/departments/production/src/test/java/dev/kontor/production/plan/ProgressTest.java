package dev.kontor.production.plan;

import static dev.kontor.production.plan.PlanRoom.MONDAY;
import static dev.kontor.production.plan.PlanRoom.operation;
import static dev.kontor.production.plan.PlanRoom.plan;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Violation;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.facts.TaskDue;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.production.Finished;
import dev.kontor.production.plan.book.ProgressReport;
import dev.kontor.production.plan.book.WorkOrder;
import dev.kontor.production.plan.delay.Delays;
import dev.kontor.production.quality.book.InspectionKind;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeOrderFile;
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
@DisplayName("Regulation 5.1: progress is reported, delays are told and passed on (R-5.4, R-5.5, R-5.6)")
final class ProgressTest {

    private static final TaskKind PRESENT = new TaskKind("production.present");
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    @Parameter
    private Dialect dialect;

    private PlanRoom room;
    private FakeOrderFile file;

    /** Milling until Tuesday, assembly until Thursday; to be delivered on the Monday after, two working days later. */
    @BeforeEach
    void inProduction() {
        room = new PlanRoom(dialect);
        file = room.arrived(anOrder().deliveredOn(MONDAY.plusDays(7)).build());
        room.make(file, plan(MONDAY, operation(1, "milling", "MILL", "16"), operation(1, "assembly", "ASSEMBLY", "16")));
        room.release(file, Map.of());
        room.passed(file, InspectionKind.INCOMING, InspectionKind.IN_PROCESS);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aReportSaysHowMuchIsDoneAndTheNextIsDueFiveWorkingDaysLater() {
        room.goOnTo(WEDNESDAY, file);

        room.report(file, done("milling"));

        assertThat(room.read(() -> room.book.reports(file.number()))).singleElement().satisfies(report -> {
            assertThat(report.percent()).isEqualTo(50);
            assertThat(report.forecastOn()).isEqualTo(MONDAY.plusDays(3));
        });
        Task next = file.task(Finished.PROGRESS, "2");
        assertThat(next.deadline().orElseThrow().lastDay()).isEqualTo(WEDNESDAY.plusDays(7));
        assertThat(file.openTasks(Delays.NOTICE)).as("all goes as planned").isEmpty();
    }

    @Test
    @DisplayName("R-5.4: a step that is skipped, or not confirmed to the quality standard, is not done")
    void noStepIsSkippedAndEachIsConfirmed() {
        room.goOnTo(MONDAY.plusDays(1), file);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.report(file, done("assembly")))
                .satisfies(refused -> assertThat(PlanRoom.gaps(refused)).containsExactly("finished"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.report(file, Map.of("finished", room.steps(file, "milling"), "confirmed", "no")))
                .satisfies(refused -> assertThat(PlanRoom.gaps(refused)).containsExactly("confirmed"));
        assertThat(room.read(() -> room.book.operations(file.number()))).noneMatch(each -> each.isFinished());
    }

    @Test
    void whatShouldBeDoneAndIsNotNeedsTheHoursThatAreLeft() {
        room.goOnTo(WEDNESDAY, file);
        String milling = room.steps(file, "milling").get(0);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.report(file, Map.of()))
                .satisfies(refused -> assertThat(PlanRoom.gaps(refused)).containsExactly("left"));
        room.report(file, Map.of("left", List.of(new Values(Map.of("operation", milling, "hours", "8")))));

        assertThat(work().forecastOn()).as("milling today, assembly two days").isEqualTo(FRIDAY);
    }

    @Test
    @DisplayName("R-5.6: a forecast one working day beyond what the delivery date allows is to be told to sales within one working day")
    void aSlipIsToldToSales() {
        slip();

        Task owed = file.openTasks(Delays.NOTICE).get(0);
        assertThat(owed.role()).isEqualTo(Role.PRODUCTION_PLANNER);
        assertThat(owed.deadline().orElseThrow().lastDay()).isEqualTo(MONDAY.plusDays(3));
    }

    @Test
    void theNoticeNamesADayThatCanBeKeptAndGoesByTheRepresentativeToTheCustomer() {
        slip();

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> room.notice(file, told(MONDAY.plusDays(7))))
                .satisfies(refused -> assertThat(PlanRoom.gaps(refused)).containsExactly("delivery-on"));
        room.notice(file, told(MONDAY.plusDays(8)));
        assertThat(file.openTasks(Delays.NOTICE)).isEmpty();
        assertThat(file.openTasks(Delays.ACKNOWLEDGE)).singleElement().satisfies(task -> {
            assertThat(task.role()).isEqualTo(Role.SALES_REP);
            assertThat(task.holder().orElseThrow().value()).isEqualTo("lina");
        });

        file.as("lina", Role.SALES_REP);
        room.acknowledge(file);
        assertThat(file.openTasks(Delays.ACKNOWLEDGE)).isEmpty();
        assertThat(file.openTasks(Delays.PASS_ON)).hasSize(1);
        assertThatExceptionOfType(Refused.class).as("before the notice").isThrownBy(() -> room.passOn(file, passed(WEDNESDAY.minusDays(1))));
        assertThatExceptionOfType(Refused.class).as("tomorrow").isThrownBy(() -> room.passOn(file, passed(WEDNESDAY.plusDays(1))));
        room.passOn(file, passed(WEDNESDAY));

        assertThat(file.openTasks(Delays.PASS_ON)).isEmpty();
        assertThat(room.read(() -> room.delayBook.of(file.number()))).singleElement().satisfies(notice -> {
            assertThat(notice.promisedOn()).isEqualTo(MONDAY.plusDays(7));
            assertThat(notice.deliveryOn()).isEqualTo(MONDAY.plusDays(8));
            assertThat(notice.acknowledgedBy()).isEqualTo("lina");
            assertThat(notice.passedOn()).contains(WEDNESDAY);
            assertThat(notice.response()).isEqualTo("agrees");
        });
    }

    @Test
    void afterANoticeOnlyAnotherSlipIsToldAgain() {
        slip();
        room.notice(file, told(MONDAY.plusDays(8)));

        room.report(file, Map.of("forecast", FRIDAY.toString()));
        assertThat(file.openTasks(Delays.NOTICE)).as("within what sales knows").isEmpty();

        room.report(file, Map.of("forecast", MONDAY.plusDays(7).toString()));
        assertThat(file.openTasks(Delays.NOTICE)).hasSize(1);
    }

    @Test
    void aForecastThatRecoversOwesNoNotice() {
        slip();

        room.report(file, Map.of("forecast", MONDAY.plusDays(3).toString()));

        assertThat(file.openTasks(Delays.NOTICE)).isEmpty();
    }

    @Test
    @DisplayName("R-5.6: a holiday that is added forecasts open plans anew, and what misses the delivery date is told to sales")
    void aHolidayThatIsAddedIsADelay() {
        LocalDate before = work().forecastOn();
        room.goOnTo(MONDAY.plusDays(1), file);
        assertThat(work().forecastOn()).as("the calendar is what it was").isEqualTo(before);

        room.calendar.addHoliday(MONDAY.plusDays(1));
        room.calendar.addHoliday(MONDAY.plusDays(2));
        room.calendar.addHoliday(MONDAY.plusDays(3));
        room.goOnTo(MONDAY.plusDays(2), file);

        assertThat(work().forecastOn()).isAfter(before);
        assertThat(file.openTasks(Delays.NOTICE)).hasSize(1);
    }

    @Test
    @DisplayName("R-5.6: when the expected day is over and nobody reported, the delay is found")
    void aDayThatIsOverIsFound() {
        room.goOnTo(FRIDAY, file);

        assertThat(work().forecastOn()).isEqualTo(MONDAY.plusDays(7));
        assertThat(file.openTasks(Delays.NOTICE)).hasSize(1);
    }

    @Test
    @DisplayName("R-5.5, R-5.6: after the last step the next report is owed, the machine is to be presented, and a delay is told")
    void whatIsMadeIsNotFinishedBeforeItPassed() {
        room.goOnTo(WEDNESDAY, file);

        room.report(file, done("milling", "assembly"));

        assertThat(work().isOpen()).isTrue();
        assertThat(work().forecastOn()).isEqualTo(WEDNESDAY);
        assertThat(file.task(Finished.PROGRESS, "2").deadline().orElseThrow().lastDay()).isEqualTo(WEDNESDAY.plusDays(7));
        assertThat(file.openTasks(PRESENT)).singleElement()
                .satisfies(task -> assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo(WEDNESDAY.plusDays(1)));
        assertThat(room.read(() -> room.abnormality().offered(file, Optional.empty()))).isTrue();
        room.goOnTo(MONDAY.plusDays(3), file);
        assertThat(file.openTasks(Delays.NOTICE)).as("two working days before delivery").isEmpty();
        room.goOnTo(FRIDAY, file);
        assertThat(file.openTasks(Delays.NOTICE)).hasSize(1);
    }

    @Test
    void aFinishedOrderOwesNothingMore() {
        room.goOnTo(WEDNESDAY, file);
        room.report(file, done("milling", "assembly"));

        room.run(() -> {
            file.machines().forEach(machine -> file.reach(machine.serial(), MilestoneName.PRODUCTION_FINISHED, WEDNESDAY));
            Finished.settle(file);
            room.planning.settle(file);
        });

        assertThat(work().isOpen()).isFalse();
        assertThat(file.openTasks(Finished.PROGRESS)).isEmpty();
        assertThat(file.planned()).isEmpty();
        assertThat(room.read(() -> room.abnormality().offered(file, Optional.empty()))).isFalse();
    }

    @Test
    @DisplayName("R-5.5: no report promises the order earlier than its steps can be done")
    void aTypedForecastIsNotBeforeTheDayThatIsPlaced() {
        room.goOnTo(WEDNESDAY, file);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> room.report(file, finished("milling", WEDNESDAY)))
                .satisfies(refused -> assertThat(PlanRoom.gaps(refused)).containsExactly("forecast"));
        room.report(file, finished("milling", MONDAY.plusDays(3)));

        assertThat(work().forecastOn()).isEqualTo(MONDAY.plusDays(3));
    }

    @Test
    @DisplayName("R-5.5, R-5.6: a missed report and an untold delay are violations of who owes them")
    void whatIsMissedIsAViolation() {
        slip();

        assertThat(late(file.openTasks(Finished.PROGRESS).get(0))).containsExactly("progress-late");
        assertThat(late(file.openTasks(Delays.NOTICE).get(0))).containsExactly("notice-late");
    }

    @Test
    void anAbnormalityIsToldBeforeItDelaysAnything() {
        assertThat(room.read(() -> room.abnormality().offered(file, Optional.empty()))).isTrue();
        Values values = room.read(() -> room.abnormality().initial(file, Optional.empty()));
        assertThat(values.text("delivery-on")).as("the date holds").isEqualTo(MONDAY.plusDays(7).toString());

        room.command(() -> room.abnormality().run(file, Optional.empty(), new Values(told(MONDAY.plusDays(7)))));

        assertThat(file.openTasks(Delays.ACKNOWLEDGE)).hasSize(1);
        assertThat(work().toldOn()).as("nothing is delayed").isEmpty();
    }

    @Test
    void doneWorkIsNotPlannedAgain() {
        room.goOnTo(WEDNESDAY, file);
        room.report(file, done("milling"));
        Map<String, Object> values = plan(WEDNESDAY,
                operation(1, "milling", "MILL", "16"), operation(1, "assembly", "ASSEMBLY", "16"), operation(1, "painting", "MILL", "8"));
        values.put("reason", "a coat of paint");

        room.change(file, values);

        assertThat(room.read(() -> room.book.operations(file.number()))).extracting(each -> each.name() + " " + each.plannedLast() + " " + each.isFinished())
                .containsExactly("milling 2026-03-03 true", "assembly 2026-03-05 false", "painting 2026-03-06 false");
    }

    @Test
    void reportsAreKept() {
        room.goOnTo(WEDNESDAY, file);
        room.report(file, done("milling"));
        room.report(file, Map.of("remarks", "waiting for bolts"));

        assertThat(room.read(() -> room.book.reports(file.number()))).extracting(ProgressReport::number, ProgressReport::remarks)
                .containsExactly(tuple(2, "waiting for bolts"), tuple(1, ""));
    }

    /** Friday: one working day before delivery, where two are to be left. */
    private void slip() {
        room.goOnTo(WEDNESDAY, file);
        room.report(file, finished("milling", FRIDAY));
    }

    private Map<String, Object> finished(String step, LocalDate forecast) {
        return Map.of("finished", room.steps(file, step), "confirmed", "yes", "forecast", forecast.toString());
    }

    private Map<String, Object> done(String... steps) {
        return Map.of("finished", room.steps(file, steps), "confirmed", "yes");
    }

    private static Map<String, Object> told(LocalDate delivery) {
        return Map.of("cause", "material", "explanation", "castings came late", "delivery-on", delivery.toString());
    }

    private static Map<String, Object> passed(LocalDate on) {
        return Map.of("passed-on", on.toString(), "contact", "Wang Wei", "means", "phone", "response", "agrees");
    }

    private List<String> late(Task task) {
        TaskDue due = new TaskDue(task.id().toString(), task.kind().value(), task.subject(), task.role().value(), task.role().value(),
                task.deadline().orElseThrow().lastDay().toString(), -1, true);
        return room.command(() -> file.consult(Question.at(new ConsultationPoint("production/deadlines"), due).addingOnly()))
                .all(Violation.class).stream()
                .map(violation -> violation.reason().key())
                .toList();
    }

    private WorkOrder work() {
        return room.read(() -> room.book.workOrder(file.number())).orElseThrow();
    }
}
