package dev.kontor.review.page;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.Orders;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.review.joint.ChangedRules;
import dev.kontor.review.joint.Preview;
import dev.kontor.review.joint.ReviewRoom;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.RuleBook;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a rule administrator sees of rounds that stand on other versions")
final class MovesPageTest {

    /** Shows no order to anybody, as to administrators. */
    private static final Orders NO_ORDERS = (Orders) Proxy.newProxyInstance(
            MovesPageTest.class.getClassLoader(), new Class<?>[] {Orders.class}, (proxy, method, arguments) -> Optional.empty());

    @TempDir
    private Path folder;

    private ReviewRoom room;
    private ChangedRules changed;
    private MovesPage page;
    private MovesPart part;

    @BeforeEach
    void openARound() throws IOException {
        RuleBook rules = ReviewRoom.companyRules();
        changed = new ChangedRules(rules, folder);
        room = new ReviewRoom(Dialect.DERBY, anOrder().build(), rules);
        page = new MovesPage(
                room.book, new Preview(room.book, room.moves, room.outlook()), NO_ORDERS);
        part = new MovesPart(room.book);
        room.submit();
        room.pass();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aRoundOnTheVersionThatDecidesIsNotListed() {
        assertThat(rows(Role.RULE_ADMINISTRATOR)).isEmpty();
        assertThat(show(Role.RULE_ADMINISTRATOR).actions()).isEmpty();
    }

    @Test
    void aRoundOnAnotherVersionIsListedWithWhatAMoveWouldChangeAndNoWayToTheOrder() throws IOException {
        changed.with("large-order-from", 2_000_000, 1_000).activate();

        List<Cell> row = rows(Role.RULE_ADMINISTRATOR).get(0);

        assertThat(row.get(0)).isEqualTo(Cell.plain(room.file.number().value()));
        assertThat(((Cell.Many) row.get(4)).cells()).singleElement().satisfies(cell ->
                assertThat(((Cell.Words) cell).text().key()).isEqualTo("review.move-adds"));
        assertThat(((Cell.Link) row.get(5)).href()).startsWith("do/review/move-rounds?subject=");
        assertThat(show(Role.RULE_ADMINISTRATOR).actions()).singleElement()
                .satisfies(link -> assertThat(link.href()).isEqualTo("do/review/move-rounds"));
    }

    @Test
    void whoOnlyReadsIsOfferedNoMove() throws IOException {
        changed.with("production-days", 3, 9).activate();

        assertThat(rows(Role.AUDITOR).get(0).get(4)).isEqualTo(new Cell.Many(List.of(Cell.words(Text.of("review.move-nothing")))));
        assertThat(rows(Role.AUDITOR).get(0).get(5)).isEqualTo(Cell.words(Text.plain("")));
        assertThat(show(Role.AUDITOR).actions()).isEmpty();
    }

    @Test
    void theSetsPageCountsTheRoundsOnEachVersionAndOthersSayNothing() {
        Block.Facts facts = (Block.Facts) room.read(() -> part.show("review/joint", reader(Role.RULE_ADMINISTRATOR))).get(0);

        assertThat(facts.facts().get(0).value()).isEqualTo(Cell.words(Text.of("review.rounds-on", 1L)));
        assertThat(((Cell.Link) facts.facts().get(1).value()).href()).isEqualTo(page.path());
        assertThat(room.read(() -> part.show("review/deadlines", reader(Role.RULE_ADMINISTRATOR)))).isEmpty();
    }

    private List<List<Cell>> rows(Role role) {
        return ((Block.Table) show(role).blocks().get(2)).rows();
    }

    private View show(Role role) {
        return room.read(() -> page.show(new Query(reader(role), List.of(), Map.of())));
    }

    private static Person reader(Role role) {
        return new Person(new PersonId("rules"), "Rules", Set.of(role), "en");
    }
}
