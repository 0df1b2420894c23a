package dev.kontor.review.page;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.journal.Change;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.review.Vocabulary;
import dev.kontor.review.issue.AnswerIssue;
import dev.kontor.review.issue.AskSales;
import dev.kontor.review.issue.Issues;
import dev.kontor.review.joint.AgreeSolution;
import dev.kontor.review.joint.ProposeSolution;
import dev.kontor.review.joint.ReviewRoom;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 4.2: what the order's page shows of a round")
final class RoundViewTest {

    private static final int SUSPENDED = 5;

    private final ReviewRoom room = new ReviewRoom(Dialect.DERBY, anOrder().withTerms(new ContractTerm("breach", "9", "0.1 % a day")).build());
    private final RoundView view = new RoundView(room.book, room.forms);
    private final Issues issues = new Issues(room.book, room.spans);

    @BeforeEach
    void open() {
        room.submit();
        room.pass();
    }

    @AfterEach
    void close() {
        room.close();
    }

    private List<Block> blocks() {
        return room.read(() -> {
            var rounds = room.book.rounds(room.file.number());
            return ((Block.Section) view.show(room.file, rounds.get(rounds.size() - 1), true)).blocks();
        });
    }

    private List<Cell> stops(String department) {
        Block.Table required = (Block.Table) blocks().get(1);
        return required.rows().stream()
                .filter(row -> row.get(0).equals(Cell.words(Text.of("department." + department))))
                .map(row -> ((Cell.Many) row.get(SUSPENDED)).cells())
                .findFirst()
                .orElseThrow();
    }

    private void ask(String question) {
        room.file.as("legal-reviewer", Role.LEGAL_REVIEWER);
        room.run(new AskSales(issues), room.file.task(Vocabulary.OPINION, "legal"), Map.of("question", question));
    }

    @Test
    @DisplayName("R-4.12: since when a department's clock stands still, until when sales has to answer, and what was asked")
    void aStoppedClockIsShownWithItsReason() {
        Instant asked = room.file.now();

        ask("Who signed?");

        LocalDate due = room.file.task(Vocabulary.ANSWER, "legal").deadline().orElseThrow().lastDay();
        assertThat(stops("legal")).containsExactly(
                new Cell.Badge(Cell.Tone.WARNING, Text.of("review.suspended-due", asked, due, "Who signed?")));
        assertThat(stops("finance")).isEmpty();
    }

    @Test
    @DisplayName("R-4.12: after the answer the pause stays to be seen, from the question to the answer")
    void aPauseStaysToBeSeen() {
        Instant asked = room.file.now();
        ask("Who signed?");
        room.file.setToday(room.file.today().plusDays(3));
        room.file.as("lina", Role.SALES_REP);
        room.run(new AnswerIssue(issues), room.file.task(Vocabulary.ANSWER, "legal"), Map.of("answer", "Mr Wang"));

        assertThat(stops("legal")).containsExactly(
                Cell.words(Text.of("review.suspended-until", asked, room.file.now(), "Who signed?")));
    }

    @Test
    @DisplayName("R-9.1: what the review came to is a paper of the cleared order's file")
    void theOpinionsAreFiled() {
        room.opine("production", "no-objection");
        room.opine("finance", "no-objection");
        room.opine("legal", "no-objection");
        room.paper();

        assertThat(room.file.documents()).extracting(each -> each.kind().value()).contains("review.opinions");
        assertThat(room.printer.printed()).singleElement().satisfies(paper -> assertThat(paper.toString()).contains("department.legal"));
    }

    @Test
    @DisplayName("R-4.14: sales is told to propose a solution to each objection, then to wait for the objectors, then nothing more")
    void salesIsToldHowAnObjectionIsMet() {
        ReviewTab tab = new ReviewTab(room.book, view, new ApprovalsView(room.book));
        room.opine("production", "no-objection");
        room.opine("finance", "no-objection");
        room.opine("legal", "objection");
        room.file.as("lina", Role.SALES_REP);

        assertThat(room.read(() -> tab.next(room.file))).contains(Text.of("review.next.propose"));
        room.run(new ProposeSolution(room.book, room.spans), Map.of("objection", "legal", "kind", "correction", "words", "so"));
        assertThat(room.read(() -> tab.next(room.file))).contains(Text.of("review.next.wait"));
        room.file.as("legal-reviewer", Role.LEGAL_REVIEWER);
        assertThat(room.read(() -> tab.next(room.file))).as("is nobody else's step").isEmpty();
        room.run(new AgreeSolution(room.book, room.wayBack), room.file.task(Vocabulary.SOLUTION, "legal"), Map.of("agreed", "yes", "remarks", ""));
        room.file.as("lina", Role.SALES_REP);
        assertThat(room.read(() -> tab.next(room.file))).isEmpty();
    }

    @Test
    @DisplayName("R-4.14: a resubmission shows payment and terms before and after, by the names that the journal has for them")
    void changedPaymentAndTermsAreShown() {
        room.opine("production", "no-objection");
        room.opine("finance", "no-objection");
        room.opine("legal", "no-objection");
        room.command(() -> {
            room.file.revise(anOrder().revised(2).worth(Money.cny(600_000)).withTerms(new ContractTerm("breach", "9", "0.5 % a day")).build());
            return null;
        });
        room.submit();
        room.pass();

        Block.Table changes = (Block.Table) blocks().get(blocks().size() - 1);

        Change words = new Change("terms.1.words", "0.1 % a day", "0.5 % a day");
        assertThat(changes.rows()).contains(List.of(
                Cell.words(words.named("entry")), Cell.words(words.beforeInWords("entry")), Cell.words(words.afterInWords("entry"))));
        assertThat(changes.rows())
                .filteredOn(row -> row.get(0).equals(Cell.words(new Change("payment.1.amount", "", "").named("entry"))))
                .singleElement()
                .satisfies(row -> assertThat(((Cell.Amount) row.get(2)).money().amount()).isGreaterThan(BigDecimal.ZERO));
    }
}
