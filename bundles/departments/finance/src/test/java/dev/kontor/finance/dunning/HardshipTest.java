package dev.kontor.finance.dunning;

import static dev.kontor.finance.CollectionRoom.gaps;
import static dev.kontor.finance.CollectionRoom.refusal;
import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Question;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Hold;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.task.TaskKind;
import dev.kontor.finance.CollectionRoom;
import dev.kontor.finance.receipt.ReverseAllocation;
import dev.kontor.finance.release.ConfirmRelease;
import dev.kontor.finance.release.ProposeRelease;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.WeekdayCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Test
    @DisplayName("a claim is secured by a paper")
    void securedByPaper() {
        report("secure", Map.of());
        opine();

        assertThat(gaps(() -> decide("gao", "secure", Map.of()))).containsExactly("security");
        decide("gao", "secure", Map.of("security", CollectionRoom.PAPER));
        assertThat(room.file.documents()).extracting(each -> each.kind().value()).contains("finance.security");
    }

    @Test
    @DisplayName("R-7.4: a stop of deliveries is lifted by the next decision about the instalment, and stops again by another")
    void theLatestDecisionCounts() {
        decided("stop", Map.of());
        assertThat(stops()).containsExactly("hardship");

        decided("secure", Map.of("security", CollectionRoom.PAPER));
        assertThat(stops()).isEmpty();
        decided("stop", Map.of());
        assertThat(stops()).containsExactly("hardship");
    }

    @Test
    @DisplayName("R-7.4, policy 9: two release a delivery in spite of a stop, for an instalment that is not late too, for all that is open")
    void aStopIsReleasedByTwo() {
        decided("reschedule", Map.of("agreed-on", LATER.toString()));
        decided("stop", Map.of());
        ProposeRelease propose = new ProposeRelease(room.releases, room.dunning, new WeekdayCalendar());
        Map<String, Object> values = new HashMap<>(Map.of("item", "dunning", "amount", "149999.99", "expires", LATER.toString(),
                "reason", "it pays on delivery"));

        assertThat(gaps(() -> room.as("zhou", Role.FINANCE_CREDIT, propose, values))).containsExactly("amount");
        values.put("amount", "150000");
        room.as("zhou", Role.FINANCE_CREDIT, propose, values);
        room.on(new TaskKind("finance.release"), "dunning", "gao", Role.LEADERSHIP, new ConfirmRelease(room.releases, room.collecting),
                Map.of("agreed", "yes"));

        assertThat(stops()).isEmpty();
    }

    @Test
    @DisplayName("R-7.4: what is paid meanwhile is judged by nobody; taken back, it is reported again, and the later case is decided")
    void paidMeanwhile() {
        report("secure", Map.of());
        opine();
        room.receive("V-1", "150000", Map.of("to", "1"));
        assertThat(room.file.openTasks()).isEmpty();

        String allocation = room.read(() -> room.schedule.payments(room.file.number(), 1)).get(0).id();
        room.as("tang", Role.FINANCE_CLERK, new ReverseAllocation(room.receipts, room.schedule, room.posting, room.settling),
                Map.of("allocation", allocation, "reason", "another order's"));
        report("reschedule", Map.of("agreed-on", LATER.toString()));
        opine();
        decide("gao", "reschedule", Map.of("agreed-on", LATER.toString()));

        assertThat(room.due(1).dueOn()).contains(LATER);
        assertThat(room.read(() -> room.dunningBook.cases(room.file.number()))).extracting(Hardship::isDecided).containsExactlyInAnyOrder(true, false);
    }

    private void decided(String plan, Map<String, Object> more) {
        report(plan, more);
        opine();
        decide("gao", plan, more);
        room.file.setToday(room.file.today().plusDays(1));
    }

    /** What dunning, or a hardship case, holds of a delivery. */
    private List<String> stops() {
        return room.command(() -> room.file.consult(Question.at(new ConsultationPoint("logistics/dispatch")))).all(Hold.class).stream()
                .map(Hold::subject)
                .filter(Set.of("dunning", "hardship")::contains)
                .toList();
    }

    private void report(String plan, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of("instalment", "1", "said", "no money", "plan", plan));
        values.putAll(more);
        room.as("lina", Role.SALES_REP, new ReportHardship(room.dunningBook, room.schedule, work), values);
    }

    private void opine() {
        room.on(OPINION, "1", "zhou", Role.FINANCE_CREDIT, new OpineHardship(work), Map.of("opinion", "it will recover"));
    }

    private void decide(String who, String plan, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of("plan", plan, "remarks", "agreed"));
        values.putAll(more);
        room.on(DECISION, "1", who, Role.LEADERSHIP, new DecideHardship(work, room.schedule, room.dunning), values);
    }
}
