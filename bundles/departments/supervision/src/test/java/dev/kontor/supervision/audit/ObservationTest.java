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
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.supervision.facts.Observation;
import dev.kontor.supervision.finding.Finding;
import dev.kontor.supervision.indicator.Indicators;
import dev.kontor.testkit.FakeOrderFile;
import dev.kontor.testkit.OpenWall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 10.1: what an audit finds is computed from what happened (R-0.4, R-10.2, R-10.3)")
final class ObservationTest extends AuditCase {

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

    private static int count(OrderEvents events, LocalDate today) {
        return Observations.of(events, today).stream()
                .filter(each -> each.matter().equals("delivery-late"))
                .mapToInt(Observation::count)
                .sum();
    }
}
