package dev.kontor.finance.dunning;

import static dev.kontor.finance.CollectionRoom.gaps;
import static dev.kontor.finance.CollectionRoom.refusal;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.WeekdayCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 7.1: hardship reaches finance and company leadership, and is solved together (R-7.4)")
final class HardshipTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 12);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 30);
    private static final TaskKind OPINION = new TaskKind("finance.hardship-opinion");
    private static final TaskKind DECISION = new TaskKind("finance.hardship-decision");

    @Parameter
    private Dialect dialect;

    private CollectionRoom room;
    private HardshipWork work;

    @BeforeEach
    void open() {
        room = new CollectionRoom(dialect, anOrder().signedOn(LocalDate.of(2026, 3, 2)).build());
        work = new HardshipWork(room.dunningBook, room.dunning, new WeekdayCalendar());
        room.clear();
        room.goOnTo(DUE.plusDays(7));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("both are told at once; finance gives its opinion first, then company leadership decides, each until a day")
    void theWay() {
        report("reschedule", Map.of("agreed-on", LATER.toString()));
        assertThat(room.file.told()).filteredOn(said -> said.key().equals("finance.dunning.hardship-reported")).hasSize(3);
        assertThat(room.file.openTasks(DECISION)).isEmpty();
        assertThat(room.file.task(OPINION, "1").deadline()).isPresent();

        opine();
        assertThat(room.file.task(DECISION, "1").deadline()).isPresent();

        decide("gao", "reschedule", Map.of("agreed-on", LATER.toString()));
        assertThat(room.due(1).dueOn()).contains(LATER);
        assertThat(room.due(1).contractDueOn()).as("what the contract says stays visible").contains(DUE);
        assertThat(room.due(1).level()).as("dunning stops until then").isEmpty();
        room.goOnTo(LATER.plusDays(1));
        assertThat(room.due(1).level()).isEqualTo("call");
    }

    @Test
    @DisplayName("paying later needs a day after today; one instalment has one open case")
    void whatCannotBeIsRefused() {
        assertThat(gaps(() -> report("reschedule", Map.of()))).containsExactly("agreed-on");
        assertThat(gaps(() -> report("reschedule", Map.of("agreed-on", room.file.today().toString())))).containsExactly("agreed-on");
        report("secure", Map.of());
        assertThat(gaps(() -> report("secure", Map.of()))).containsExactly("instalment");
    }

    @Test
    @DisplayName("who reported it, and the order's representative, do not decide it")
    void somebodyElseDecides() {
        room.as("chen", Role.SALES_HEAD, new ReportHardship(room.dunningBook, room.schedule, work),
                Map.of("instalment", "1", "said", "no money", "plan", "secure"));
        opine();

        assertThat(refusal(() -> decide("chen", "secure", Map.of())).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(refusal(() -> decide("lina", "secure", Map.of())).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        decide("gao", "none", Map.of());
        assertThat(room.due(1).level()).as("dunning goes on").isEqualTo("reminder");
    }

    private void report(String plan, Map<String, Object> more) {
        Map<String, Object> values = new java.util.HashMap<>(Map.of("instalment", "1", "said", "no money", "plan", plan));
        values.putAll(more);
        room.as("lina", Role.SALES_REP, new ReportHardship(room.dunningBook, room.schedule, work), values);
    }

    private void opine() {
        room.on(OPINION, "1", "zhou", Role.FINANCE_CREDIT, new OpineHardship(work), Map.of("opinion", "it will recover"));
    }

    private void decide(String who, String plan, Map<String, Object> more) {
        Map<String, Object> values = new java.util.HashMap<>(Map.of("plan", plan, "remarks", "agreed"));
        values.putAll(more);
        room.on(DECISION, "1", who, Role.LEADERSHIP, new DecideHardship(work, room.schedule, room.dunning), values);
    }
}
