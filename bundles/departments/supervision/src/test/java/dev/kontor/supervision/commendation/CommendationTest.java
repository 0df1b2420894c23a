package dev.kontor.supervision.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.SupervisionRoom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
@DisplayName("Regulation 10.2: who does well is commended (R-11.1)")
final class CommendationTest {

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
    @DisplayName("proposed with reason and evidence by one, approved by another, who is not the one commended")
    void proposedAndApproved() {
        room.company.as("gao", Role.LEADERSHIP);
        String id = commend("lina").id();

        assertThat(SupervisionRoom.refusal(() -> approve(id)).reason()).as("who proposed").isEqualTo(Refused.Reason.FORBIDDEN);
        room.company.as("lina", Role.LEADERSHIP);
        assertThat(SupervisionRoom.refusal(() -> approve(id)).reason()).as("who is commended").isEqualTo(Refused.Reason.FORBIDDEN);
        room.company.as("fang", Role.LEADERSHIP);
        approve(id);

        assertThat(rows("zhou")).hasSize(1);
        assertThat(SupervisionRoom.refusal(() -> approve(id)).reason()).isEqualTo(Refused.Reason.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({"gao, fang, 2026-04-01, 2026-04-01, true", "fang, gao, 2026-04-01, 2026-04-01, true", "gao, fang, 2026-04-02, 2026-04-09, false"})
    @DisplayName("who acts for the proposer today, or for whom the proposer acts, does not approve (R-4.18)")
    void delegationIsNoWayAround(String from, String to, LocalDate first, LocalDate last, boolean refused) {
        room.company.as("gao", Role.LEADERSHIP);
        String id = commend("lina").id();
        room.accounts.delegating(from, to, Role.LEADERSHIP, first, last);

        room.company.as("fang", Role.LEADERSHIP);
        if (refused) {
            assertThat(SupervisionRoom.refusal(() -> approve(id)).reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        } else {
            approve(id);
        }
    }

    @Test
    @DisplayName("what is only proposed is not seen by everybody")
    void whatIsProposedIsNotPublic() {
        room.company.as("shen", Role.SUPERVISOR);
        commend("lina");

        assertThat(rows("zhou")).isEmpty();
    }

    @Test
    @DisplayName("neither oneself nor nobody is proposed, a department is")
    void whoCanBeCommended() {
        room.company.as("shen", Role.SUPERVISOR);

        assertThat(SupervisionRoom.gaps(() -> commend("shen"))).containsExactly("commended");
        assertThat(SupervisionRoom.gaps(() -> commend("nobody"))).containsExactly("commended");
        commend("production");
    }

    private Answer commend(String who) {
        return room.submit(new Commend(room.commendations, room.subjects, room.diary),
                Map.of("commended", who, "reason", "saved an order", "evidence", "the customer's letter"));
    }

    private void approve(String id) {
        answer(id, "yes");
    }

    private List<List<Cell>> rows(String reader) {
        Query query = new Query(new Person(new PersonId(reader), reader, Set.of(Role.FINANCE_REVIEWER), "en"), List.of(), Map.of());
        View view = room.read(() -> new CommendationsPage(room.commendations).show(query));
        return ((Block.Table) view.blocks().get(0)).rows();
    }

    @Test
    @DisplayName("who is to answer a proposal is told of it; the answer is told to who proposed, and a commendation to who is commended")
    void everybodyConcernedIsTold() {
        room.company.as("shen", Role.SUPERVISOR);
        String declined = commend("lina").id();
        String approved = commend("lina").id();
        String department = commend("production").id();
        room.accounts.with("wu", new Role("production.planner"));
        assertThat(room.company.told()).hasSize(3).containsOnly("company.leadership supervision.commend-proposed");

        room.company.as("gao", Role.LEADERSHIP);
        answer(declined, "no");
        answer(approved, "yes");
        answer(department, "yes");

        assertThat(room.company.told().subList(3, 8)).containsExactly(
                "shen supervision.commend-is-declined",
                "shen supervision.commend-is-approved", "lina supervision.commended-told",
                "shen supervision.commend-is-approved", "production.planner supervision.commended-told");
    }

    @Test
    @DisplayName("it is shown who approved it, when and with which words")
    void theApproverIsShown() {
        room.company.as("shen", Role.SUPERVISOR);
        String id = commend("lina").id();
        room.company.as("gao", Role.LEADERSHIP);
        room.submit(new AnswerCommendation(room.commendations, room.parties, room.addressees),
                Map.of("subject", id, "approved", "yes", "remarks", "an example"));

        assertThat(rows("zhou")).singleElement().satisfies(row -> assertThat(((Cell.Many) row.get(5)).cells()).containsExactly(
                Cell.words(Text.of("supervision.commend-by.proposed", Text.person("shen"))),
                Cell.words(Text.of("supervision.commend-by.approved", Text.person("gao"))), new Cell.Moment(room.company.now()), Cell.plain("an example")));
    }

    private void answer(String id, String approved) {
        room.submit(new AnswerCommendation(room.commendations, room.parties, room.addressees), Map.of("subject", id, "approved", approved));
    }
}
