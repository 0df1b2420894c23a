package dev.kontor.supervision.treatment;

import dev.kontor.api.page.Cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Clause;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.Supervision;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.supervision.facts.Observation;
import dev.kontor.supervision.finding.Finding;
import dev.kontor.testkit.FakeOrderFile;
import java.time.LocalDate;
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
@DisplayName("Regulation 10.2: an audit finding or an entry error can have consequences (R-3.7, R-11.2)")
final class ProposeTest {

    @Parameter
    private Dialect dialect;

    private SupervisionRoom room;
    private FakeOrderFile file;

    @BeforeEach
    void open() {
        room = new SupervisionRoom(dialect);
        room.accounts.with("chen", Role.SALES_HEAD);
        file = room.order(1);
        room.diary.line(file.number(), "2026-03-05T02:00:00Z", "chen", "entry.error-found", Text.plain("delivery place"),
                new Change("delivery-place", "a", "b"), new Change("lina writer-share", "", "80"), new Change("chen reviewer-share", "", "20"));
        room.company.as("shen", Role.SUPERVISOR).setToday(LocalDate.of(2026, 4, 1));
        file.as("shen", Role.SUPERVISOR).setToday(LocalDate.of(2026, 4, 1));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("an entry error is proposed for who wrote the field, once, and decided by another one than who proposed it")
    void anEntryError() {
        String subject = "error:" + file.number() + ":1";
        assertThat(room.read(() -> propose().initial(room.company.actor(), subject)).text("concerned")).isEqualTo("lina");

        propose(subject, "lina");

        Treatment made = room.read(() -> room.treatments.after(Optional.empty(), 10)).get(0);
        assertThat(ground(made)).contains("orders/" + file.number() + "?tab=timeline");
        assertThat(made.proposed()).isEqualTo(5);
        assertThat(made.rule()).contains("an entry error that is proposed costs points");
        assertThat(room.read(() -> room.treatments.step(made, Treatment.State.PROPOSED)).orElseThrow().by()).isEqualTo("shen");
        assertThat(SupervisionRoom.refusal(() -> propose(subject, "lina")).reason()).isEqualTo(Refused.Reason.CONFLICT);
        propose(subject, "chen");

        room.does(() -> file.goOnTo(LocalDate.of(2026, 4, 8)));
        assertThat(SupervisionRoom.refusal(() -> decide("shen", made)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        decide("gao", made);
    }

    @Test
    @DisplayName("an audit finding is proposed for a person or a department, not for nobody and not for who proposes")
    void aFinding() {
        Conclusion late = new Conclusion.Check("entry-late", false, Reason.of("late"), new Clause("3.2"));
        Finding found = new Finding("audit", new Observation(file.number().value(), "entry-late", 1),
                new Concluded(late, new SetVersion("supervision/audit", 1, "0".repeat(64)), "late entry is a finding"),
                new ReasonWords("late", "超时"), "decision", 5, room.company.now());
        room.does(() -> room.findings.keep(found));
        String subject = "finding:" + found.id();

        assertThat(SupervisionRoom.gaps(() -> propose(subject, "nobody"))).containsExactly("concerned");
        assertThat(SupervisionRoom.gaps(() -> propose(subject, "shen"))).containsExactly("concerned");
        propose(subject, "production");

        assertThat(room.read(() -> room.treatments.after(Optional.empty(), 10))).singleElement().satisfies(made -> {
            assertThat(made.concerned()).isEqualTo("production");
            assertThat(ground(made)).contains("orders/" + file.number() + "?tab=supervision-findings");
        });
    }

    @Test
    @DisplayName("who has worked on the order proposes nothing (R-10.7), nor does anybody without a ground")
    void theProposerIsIndependent() {
        room.diary.line(file.number(), "2026-03-06T02:00:00Z", "shen", "order.note", Text.plain("hurry up"));

        assertThat(SupervisionRoom.refusal(() -> propose("error:" + file.number() + ":1", "lina")).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(SupervisionRoom.refusal(() -> propose("error:" + file.number() + ":2", "lina")).reason()).isEqualTo(Refused.Reason.NOT_FOUND);
        assertThat(SupervisionRoom.refusal(() -> propose("finding:none", "lina")).reason()).isEqualTo(Refused.Reason.NOT_FOUND);
    }

    /** Where what it is about is found. */
    private Optional<String> ground(Treatment treatment) {
        return room.read(() -> grounds().of(treatment)).map(cell -> ((Cell.Link) cell).href());
    }

    private Grounds grounds() {
        return new Grounds(room.findings, room.events);
    }

    private Propose propose() {
        return new Propose(room.treatments, grounds(), room.subjects, room.independence);
    }

    private void propose(String subject, String concerned) {
        room.submit(propose(), Map.of("subject", subject, "concerned", concerned, "words", "the customer paid for it"));
    }

    private void decide(String who, Treatment treatment) {
        room.submit(new Decide(room.rulings, room.way, room.authority, room.regulation), file.as(who, Role.LEADERSHIP),
                file.task(Supervision.DECISION, treatment.code()), Map.of("measure", "criticism", "grounds", "careless"));
    }
}
