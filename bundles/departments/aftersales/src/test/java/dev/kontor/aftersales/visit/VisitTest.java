package dev.kontor.aftersales.visit;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.aftersales.Room;
import dev.kontor.aftersales.Vocabulary;
import dev.kontor.aftersales.improvement.Improvement;
import dev.kontor.api.document.Document;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakePrinter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
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
@DisplayName("Regulation 8.1: customers are visited from time to time and say how satisfied they are (R-8.4, R-0.2)")
final class VisitTest {

    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 2);

    @Parameter
    private Dialect dialect;

    private final FakePrinter printer = new FakePrinter();
    private Room room;

    @BeforeEach
    void open() {
        room = new Room(dialect, anOrder().signedOn(LocalDate.of(2026, 1, 5)).build()).delivered(DELIVERED, "K-1").opened();
        room.file.as("xu", Role.AFTERSALES_ENGINEER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("delivery plans the first visit once, however often the file arrives")
    void theFirstVisitIsPlannedOnce() {
        room.opened();

        assertThat(all()).singleElement().satisfies(visit -> {
            assertThat(visit.plannedOn()).isEqualTo(FIRST);
            assertThat(visit.dueOn()).isEmpty();
        });
        assertThat(room.file.planned()).isEqualTo(Map.of("aftersales V1", FIRST));
        room.goOnTo(FIRST.minusDays(1));
        assertThat(room.file.openTasks(Vocabulary.VISIT)).isEmpty();
    }

    @Test
    @DisplayName("on its day a visit is owed, and the next one is planned from delivery on")
    void oneVisitFollowsTheOther() {
        room.goOnTo(FIRST);

        assertThat(room.file.task(Vocabulary.VISIT, "V1").deadline().orElseThrow().lastDay()).isEqualTo("2026-06-09");
        assertThat(all()).extracting(Visit::plannedOn).containsExactly(FIRST, LocalDate.of(2026, 9, 2));
        assertThat(all().get(0).isLate(LocalDate.of(2026, 6, 9))).isFalse();
        assertThat(all().get(0).isLate(LocalDate.of(2026, 6, 10))).isTrue();

        room.goOnTo(LocalDate.of(2026, 9, 2));

        assertThat(room.file.openTasks(Vocabulary.VISIT)).extracting(Task::subject).containsExactly("V1", "V2");
    }

    @Test
    @DisplayName("of an order that was delivered before the company began to work here the visits to come are owed, not those that are over")
    void visitsBeforeTheOpeningAreOver() {
        try (Room taken = new Room(dialect, anOrder().signedOn(LocalDate.of(2024, 1, 5)).build())) {
            taken.delivered(LocalDate.of(2024, 3, 2), "K-9");
            taken.file.setToday(LocalDate.of(2026, 3, 2));
            taken.file.reach(MilestoneName.ENTRY_OPENED);
            taken.opened();

            assertThat(taken.file.planned()).isEqualTo(Map.of("aftersales V1", LocalDate.of(2026, 3, 2)));
            taken.goOnTo(LocalDate.of(2026, 3, 2));
            assertThat(taken.file.openTasks(Vocabulary.VISIT)).hasSize(1);
            assertThat(taken.file.planned()).isEqualTo(Map.of("aftersales V2", LocalDate.of(2026, 6, 2)));
        }
    }

    @Test
    @DisplayName("after the company's last month no visit is owed or planned")
    void visitsEnd() {
        room.goOnTo(DELIVERED.plusMonths(63));

        assertThat(all()).hasSize(20).last().satisfies(visit -> assertThat(visit.plannedOn()).isEqualTo(DELIVERED.plusMonths(60)));
        assertThat(room.file.planned()).isEmpty();
        assertThat(room.file.noted()).contains("aftersales.visits-ended");
    }

    @Test
    @DisplayName("what the customer says is kept with both scores, and ends the task")
    void bothScoresAreKept() {
        room.goOnTo(FIRST);

        hold("V1", Map.of("equipment", "5", "service", "3", "words", "runs well"));

        assertThat(room.file.openTasks(Vocabulary.VISIT)).isEmpty();
        assertThat(all().get(0)).satisfies(visit -> {
            assertThat(visit.isHeld()).isTrue();
            assertThat(visit.equipment()).isEqualTo(5);
            assertThat(visit.service()).isEqualTo(3);
            assertThat(visit.words()).isEqualTo("runs well");
            assertThat(visit.heldBy()).isEqualTo("xu");
        });
        assertThat(improvements()).isEmpty();
        assertThat(room.file.documents()).extracting(Document::kind).as("for the archive").containsExactly(Vocabulary.RECORD);
    }

    @Test
    @DisplayName("a low score has quality improve the equipment, or after-sales the service")
    void lowScoresAreImproved() {
        room.goOnTo(FIRST);

        hold("V1", Map.of("equipment", "2", "service", "1", "words", "too loud"));

        assertThat(improvements()).extracting(Improvement::subject).containsExactly("V1-equipment", "V1-service");
        assertThat(improvements()).extracting(Improvement::what).containsOnly("too loud");
        assertThat(room.file.task(Vocabulary.IMPROVEMENT, "V1-equipment").role()).isEqualTo(Role.PRODUCTION_INSPECTOR);
        assertThat(room.file.task(Vocabulary.IMPROVEMENT, "V1-service").role()).isEqualTo(Role.AFTERSALES_ENGINEER);
        assertThat(improvements().get(0).dueOn()).isEqualTo("2026-06-16");
    }

    @Test
    @DisplayName("a visit is held between the day for which it was planned and today")
    void theDayOfAVisitIsPossible() {
        room.goOnTo(FIRST.plusDays(1));

        assertThat(Room.gaps(() -> hold("V1", Map.of("held-on", FIRST.minusDays(1).toString())))).containsExactly("held-on");
        assertThat(Room.gaps(() -> hold("V1", Map.of("held-on", FIRST.plusDays(2).toString())))).containsExactly("held-on");
        hold("V1", Map.of("held-on", FIRST.toString()));
    }

    @Test
    @DisplayName("what is missing of a visit is told at once; one that was not held needs a reason, and no scores")
    void aVisitIsCompleteOrHasAReason() {
        room.goOnTo(FIRST);

        assertThat(Room.gaps(() -> hold("V1", Map.of("way", "", "spoke-with", "", "equipment", "", "service", "", "held-on", "2026-06-01"))))
                .containsExactly("held-on", "way", "spoke-with", "equipment", "service");
        assertThat(Room.gaps(() -> miss("V1", "declined", ""))).containsExactly("words");
    }

    @Test
    @DisplayName("a customer who declines is visited at the next planned day, and counts in no average")
    void aCustomerDeclines() {
        room.goOnTo(FIRST);

        miss("V1", "declined", "No time this quarter.");

        assertThat(room.file.openTasks(Vocabulary.VISIT)).isEmpty();
        assertThat(room.file.planned()).isEqualTo(Map.of("aftersales V2", LocalDate.of(2026, 9, 2)));
        assertThat(only("V1")).satisfies(visit -> {
            assertThat(visit.isOver()).isTrue();
            assertThat(visit.isHeld()).isFalse();
            assertThat(visit.isLate(LocalDate.of(2026, 12, 1))).isFalse();
            assertThat(visit.words()).isEqualTo("No time this quarter.");
        });
        assertThat(room.<List<?>>read(() -> room.visits.satisfaction(YearMonth.of(2026, 1)))).isEmpty();
        assertThat(improvements()).isEmpty();
        assertThat(room.file.noted()).contains("aftersales.visit-not-held").doesNotContain("aftersales.visit-held");
        assertThat(room.file.documents()).extracting(Document::kind).containsExactly(Vocabulary.RECORD);
    }

    @Test
    @DisplayName("a customer who is not reached is tried once more, then at the next planned day")
    void aCustomerIsNotReached() {
        room.goOnTo(FIRST);

        miss("V1", "not-reached", "Nobody answers.");

        assertThat(room.file.task(Vocabulary.VISIT, "U1").deadline().orElseThrow().lastDay()).isEqualTo("2026-06-16");
        assertThat(only("U1").dueOn()).contains(LocalDate.of(2026, 6, 16));
        miss("U1", "not-reached", "Still nobody.");
        assertThat(room.file.openTasks(Vocabulary.VISIT)).isEmpty();
        room.goOnTo(LocalDate.of(2026, 9, 2));
        assertThat(room.file.openTasks(Vocabulary.VISIT)).extracting(Task::subject).containsExactly("V2");
    }

    @Test
    @DisplayName("an unplanned visit is held between delivery and today, counts like any other, and moves none that is planned")
    void anUnplannedVisitIsHeld() {
        room.file.setToday(DELIVERED.plusDays(20));
        Map<String, Object> values = new HashMap<>(Map.of("way", "on-site", "spoke-with", "Wang Wei", "equipment", "4", "service", "2"));
        RecordUnplannedVisit command = new RecordUnplannedVisit(room.visits, survey());
        for (LocalDate impossible : List.of(DELIVERED.minusDays(1), DELIVERED.plusDays(21))) {
            values.put("held-on", impossible.toString());
            assertThat(Room.gaps(() -> room.run(command, Optional.empty(), values))).containsExactly("held-on");
        }
        values.put("held-on", DELIVERED.toString());

        room.run(command, Optional.empty(), values);

        assertThat(only("U1").isHeld()).isTrue();
        assertThat(improvements()).extracting(Improvement::subject).containsExactly("U1-service");
        assertThat(room.file.planned()).isEqualTo(Map.of("aftersales V1", FIRST));
        assertThat(room.<List<Visits.Satisfaction>>read(() -> room.visits.satisfaction(YearMonth.of(2026, 3))))
                .extracting(Visits.Satisfaction::visits).containsExactly(1L);
    }

    @Test
    @DisplayName("satisfaction is averaged by month, and months before are left out")
    void satisfactionIsAveraged() {
        room.goOnTo(LocalDate.of(2026, 9, 2));
        hold("V1", Map.of("equipment", "5", "service", "3"));
        hold("V2", Map.of("equipment", "4", "service", "3"));

        assertThat(room.<List<Visits.Satisfaction>>read(() -> room.visits.satisfaction(YearMonth.of(2026, 9))))
                .containsExactly(new Visits.Satisfaction(YearMonth.of(2026, 9), 2, new BigDecimal("4.5"), new BigDecimal("3.0")));
        assertThat(room.<List<?>>read(() -> room.visits.satisfaction(YearMonth.of(2026, 10)))).isEmpty();
    }

    @Test
    @DisplayName("the list of visits goes on where its first part ended")
    void theListGoesOn() {
        room.goOnTo(LocalDate.of(2026, 9, 2));

        List<Visit> first = room.read(() -> room.visits.list(false, "", "", 2));
        List<Visit> second = room.read(() -> room.visits.list(false, "", first.get(1).id(), 2));

        assertThat(first).extracting(Visit::number).containsExactly("V1", "V2");
        assertThat(second).extracting(Visit::number).containsExactly("V3");
        hold("V1", Map.of());
        hold("V2", Map.of());
        List<Visit> held = room.read(() -> room.visits.list(true, "", "", 1));
        assertThat(held).extracting(Visit::number).containsExactly("V2");
        assertThat(room.<List<Visit>>read(() -> room.visits.list(true, "", held.get(0).id(), 5))).extracting(Visit::number).containsExactly("V1");
    }

    private void hold(String number, Map<String, Object> changed) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "outcome", "held", "held-on", room.file.today().toString(), "way", "phone", "spoke-with", "Wang Wei", "equipment", "4", "service", "4"));
        values.putAll(changed);
        room.run(new RecordVisit(room.visits, survey()), Optional.of(room.file.task(Vocabulary.VISIT, number)), values);
    }

    private void miss(String number, String outcome, String why) {
        room.run(new RecordVisit(room.visits, survey()), Optional.of(room.file.task(Vocabulary.VISIT, number)),
                Map.of("held-on", room.file.today().toString(), "outcome", outcome, "words", why));
    }

    private Survey survey() {
        return new Survey(room.improvements, printer);
    }

    private Visit only(String number) {
        return all().stream().filter(visit -> visit.number().equals(number)).findFirst().orElseThrow();
    }

    private List<Visit> all() {
        return room.read(() -> room.visits.of(room.file.number()));
    }

    private List<Improvement> improvements() {
        return room.read(() -> room.improvements.of(room.file.number()));
    }
}
