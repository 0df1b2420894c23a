package dev.kontor.supervision.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Upload;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.store.unit.Dialect;
import dev.kontor.supervision.SupervisionRoom;
import dev.kontor.testkit.StillClock;
import java.time.Instant;
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
@DisplayName("The regulation itself: versions that everybody acknowledges (R-0.3, R-11.4)")
final class RegulationTest {

    @Parameter
    private Dialect dialect;

    private SupervisionRoom room;

    @BeforeEach
    void open() {
        room = new SupervisionRoom(dialect);
        room.company.as("gao", Role.LEADERSHIP);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("a new version leaves everybody unacknowledged until they say so again (R-0.3)")
    void aNewVersionIsAcknowledgedAgain() {
        publish("clause one", "2026-05-01");
        room.company.as("lina", Role.SALES_REP);
        acknowledge("1", "yes");
        assertThat(isAcknowledged("lina")).isTrue();

        room.company.as("gao", Role.LEADERSHIP);
        publish("clause one, changed", "2026-06-01");

        assertThat(isAcknowledged("lina")).isFalse();
        assertThat(refusal(() -> acknowledge("1", "yes"))).isEqualTo(Refused.Reason.STALE);
    }

    @Test
    @DisplayName("it is acknowledged once, by a yes")
    void onceByAYes() {
        publish("clause one", "2026-05-01");

        assertThat(SupervisionRoom.gaps(() -> acknowledge("1", "no"))).containsExactly("read");
        acknowledge("1", "yes");
        assertThat(refusal(() -> acknowledge("1", "yes"))).isEqualTo(Refused.Reason.CONFLICT);
    }

    @Test
    @DisplayName("a version has another text, and is in force no earlier than the one before; on the same day it may be (R-11.4)")
    void aVersionFollowsTheOneBefore() {
        publish("clause one", "2026-05-01");

        assertThat(SupervisionRoom.gaps(() -> publish("clause one", "2026-06-01"))).containsExactly("body");
        assertThat(SupervisionRoom.gaps(() -> publish("clause two", "2026-04-30"))).containsExactly("effective-on");
        publish("clause two", "2026-05-01");

        assertThat(room.read(() -> room.regulation.latest()).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    @DisplayName("who has not acknowledged it stands first in the list for the supervision group")
    void theUnacknowledgedAreListed() {
        publish("clause one", "2026-05-01");
        room.company.as("lina", Role.SALES_REP);
        acknowledge("1", "yes");
        RegulationPage page = new RegulationPage(room.regulation, room.accounts, new StillClock(room.company::now));

        View view = room.read(() -> page.show(new Query(
                new Person(new PersonId("shen"), "shen", Set.of(Role.SUPERVISOR), "en"), List.of(), Map.of())));

        Block.Table list = view.blocks().stream()
                .filter(block -> block instanceof Block.Table table && table.caption().key().equals("supervision.acknowledgements"))
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(list.rows()).extracting(row -> row.get(1) instanceof Cell.Badge).containsExactly(true, true, true, true, false);
    }

    @Test
    @DisplayName("everybody with an account is told of a new version (R-0.3)")
    void everybodyIsTold() {
        publish("clause one", "2026-05-01");

        assertThat(room.company.told()).containsExactlyInAnyOrder(room.accounts.accounts().stream()
                .map(each -> each.id() + " supervision.to-acknowledge")
                .toArray(String[]::new));
    }

    @Test
    @DisplayName("it is published as a PDF or text file, with or without a text to read; its digest is the file's, and readers can have it (R-11.4)")
    void aFileIsPublished() {
        Upload file = new Upload("regulation.pdf", "application/pdf", 10, "a".repeat(64));
        publish(Map.of("file", file));

        RegulationPage page = new RegulationPage(room.regulation, room.accounts, new StillClock(room.company::now));
        Person lina = new Person(new PersonId("lina"), "lina", Set.of(Role.SALES_REP), "en");
        assertThat(room.read(() -> room.regulation.latest()).orElseThrow().digest()).isEqualTo(file.digest());
        assertThat(room.read(() -> page.file(new Query(lina, List.of("1"), Map.of())))).contains(file);
        assertThat(room.company.kept()).as("whatever becomes of documents of equal bytes").contains("regulation-1 " + file.digest());
        assertThat(SupervisionRoom.gaps(() -> publish(Map.of("file", file)))).containsExactly("file");
        assertThat(SupervisionRoom.gaps(() -> publish(Map.of("file", new Upload("r.png", "image/png", 10, "b".repeat(64))))))
                .containsExactly("file");
        assertThat(SupervisionRoom.gaps(() -> publish(Map.of("body", " ")))).containsExactly("file");
    }

    @Test
    @DisplayName("a file comes without the text of the version before, which the form has filled in (R-11.4)")
    void theTextOfBeforeDoesNotStandBesideAFile() {
        publish("clause one", "2026-05-01");
        publish(Map.of("file", new Upload("regulation.pdf", "application/pdf", 10, "a".repeat(64)), "body", "clause one"));

        assertThat(room.read(() -> room.regulation.latest()).orElseThrow().body()).isEmpty();
    }

    @Test
    @DisplayName("what somebody had acknowledged by an instant is known, and nothing of what they acknowledged later (R-11.2)")
    void whatWasKnownIsEvidence() {
        publish("clause one", "2026-05-01");
        room.company.as("lina", Role.SALES_REP);
        acknowledge("1", "yes");
        Instant then = room.company.now();

        assertThat(room.read(() -> room.regulation.acknowledged("lina", then))).hasValueSatisfying(each -> assertThat(each.version()).isEqualTo(1));
        assertThat(room.read(() -> room.regulation.acknowledged("lina", then.minusMillis(1)))).isEmpty();
        assertThat(room.read(() -> room.regulation.acknowledged("zhou", then))).isEmpty();
    }

    private void publish(Map<String, Object> what) {
        Map<String, Object> values = new HashMap<>(Map.of("title", "Regulation", "effective-on", "2026-05-01"));
        values.putAll(what);
        room.submit(new Publish(room.regulation, room.accounts), values);
    }

    private void publish(String body, String day) {
        room.submit(new Publish(room.regulation, room.accounts), Map.of("title", "Regulation", "body", body, "effective-on", day));
    }

    private void acknowledge(String version, String read) {
        room.submit(new Acknowledge(room.regulation), Map.of("subject", version, "read", read));
    }

    private boolean isAcknowledged(String person) {
        return room.read(() -> room.regulation.isAcknowledged(room.regulation.latest().orElseThrow(), new PersonId(person)));
    }

    private static Refused.Reason refusal(Runnable attempt) {
        return SupervisionRoom.refusal(attempt).reason();
    }

    @Test
    @DisplayName("of the versions one is in force: the latest whose day has come; one before it is no more, one after it not yet (R-11.4)")
    void oneVersionIsInForce() {
        room.company.setToday(LocalDate.of(2026, 5, 31));
        publish("clause one", "2026-05-01");
        publish("clause two", "2026-06-01");
        publish("clause three", "2026-07-01");

        assertThat(states("2")).containsExactly("supervision.not-in-force", "supervision.not-in-force", "supervision.in-force");
        room.company.setToday(LocalDate.of(2026, 6, 1));
        assertThat(states("1")).containsExactly("supervision.not-in-force", "supervision.in-force", "supervision.no-more-in-force");
        assertThat(page("1").blocks()).as("what is followed by another is not to be acknowledged").noneMatch(Block.Note.class::isInstance);
        assertThat(page("3").blocks()).anyMatch(Block.Note.class::isInstance);
    }

    /** As the list of versions tells them, the latest first. */
    private List<String> states(String shown) {
        List<Block> blocks = page(shown).blocks();
        return ((Block.Table) blocks.get(blocks.size() - 1)).rows().stream().map(row -> ((Cell.Badge) row.get(2)).text().key()).toList();
    }

    private View page(String version) {
        RegulationPage page = new RegulationPage(room.regulation, room.accounts, new StillClock(room.company::now));
        return room.read(() -> page.show(new Query(
                new Person(new PersonId("lina"), "lina", Set.of(Role.SALES_REP), "en"), List.of(version), Map.of())));
    }

    @Test
    @DisplayName("who has not acknowledged it when a month is over is reminded, who has is not; so is who came later (R-0.3)")
    void theUnacknowledgedAreReminded() {
        publish("clause one", "2026-05-01");
        room.company.as("lina", Role.SALES_REP);
        acknowledge("1", "yes");
        room.accounts.with("newcomer", Role.SALES_REP);
        int told = room.company.told().size();

        room.does(() -> room.department.attend(room.company, "month 2026-03"));

        assertThat(room.company.told().subList(told, room.company.told().size()))
                .contains("newcomer supervision.to-acknowledge", "zhou supervision.to-acknowledge")
                .doesNotContain("lina supervision.to-acknowledge");
    }

    @Test
    @DisplayName("a version names who has the right to interpret it, and the next comes with the same (R-11.4)")
    void whoInterpretsIsNamed() {
        publish(Map.of("body", "clause one", "interpreter", "Order office"));

        assertThat(room.read(() -> room.regulation.latest()).orElseThrow().interpreter()).isEqualTo("Order office");
        assertThat(room.read(() -> new Publish(room.regulation, room.accounts).initial(room.company.actor(), "")).text("interpreter"))
                .isEqualTo("Order office");
    }
}
