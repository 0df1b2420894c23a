package dev.kontor.archive.filing;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.archive.Archive;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.DemandedKind;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.Waiting;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 7.2: what comes after completion follows in supplementary volumes (R-7.7)")
final class SupplementTest {

    private static final LocalDate COMPLETED = LocalDate.of(2026, 3, 16);

    @Parameter
    private Dialect dialect;

    private ArchiveRoom room;

    @BeforeEach
    void open() {
        room = new ArchiveRoom(dialect);
        room.open(anOrder().build());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("what comes long after completion is filed as a supplementary volume, once the after-sales record is there (R-7.7)")
    void laterDocumentsAreASupplementaryVolume() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();

        room.run(() -> room.file().goOnTo(LocalDate.of(2026, 7, 20)));
        assertThat(room.file().openTasks()).as("nothing came").isEmpty();

        Document retention = room.collect("finance.receipt");
        room.run(() -> room.file().goOnTo(LocalDate.of(2026, 8, 20)));
        assertThat(room.file().openTasks()).extracting(Task::kind).as("the record is owed first").containsExactly(Archive.SUPPLY);

        Document record = room.collect("aftersales.record");
        room.run(() -> room.file().goOnTo(LocalDate.of(2026, 9, 20)));
        assertThat(room.file().openTasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Archive.FILE);
            assertThat(task.subject()).isEqualTo("2");
        });
        room.fileVolume();

        Volume second = volumes().get(1);
        assertThat(second.part()).isEqualTo(2);
        assertThat(second.code()).isEqualTo("Q001-XSDD·2026-D30-XS-0002");
        assertThat(items(second)).extracting(Item::document).containsExactly(retention.id(), record.id());
    }

    @ParameterizedTest
    @CsvSource({"2026-07-15, archive.file", "2026-07-16, archive.supply"})
    @DisplayName("nobody owes an after-sales record before the customer was to be visited: four months after completion (R-9.1, R-8.4)")
    void whatCannotHaveComeIsNotOwed(LocalDate looked, String owed) {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();
        room.collect("finance.settlement");

        room.file().setToday(looked);
        room.run(() -> room.completion.look(room.file()));

        assertThat(room.file().openTasks()).extracting(task -> task.kind().value()).containsExactly(owed);
    }

    @Test
    @DisplayName("with the record that was missing a supplementary volume is due at once (R-7.7, R-9.5)")
    void theSuppliedRecordMakesItDue() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();
        room.collect("finance.receipt");
        room.file().setToday(COMPLETED.plusMonths(4));
        room.run(() -> room.completion.look(room.file()));
        Task owed = room.file().as("xu", Role.AFTERSALES_ENGINEER).task(Archive.SUPPLY, "aftersales.record");

        room.command(() -> new SupplyDocument(room.book, room.completion).run(
                room.file(), Optional.of(owed), new Values(Map.of("document", room.upload("record.pdf", "visited")))));

        assertThat(room.file().openTasks()).extracting(Task::kind).containsExactly(Archive.FILE);
        assertThat(waiting()).isEmpty();
    }

    @Test
    @DisplayName("the archivist who asks for a supplementary volume does not pay for what others owe beside it (R-9.1, R-9.5)")
    void theClockStandsStillInASupplementaryVolumeToo() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();
        room.collect("finance.receipt");
        room.file().setToday(COMPLETED.plusMonths(4));

        room.command(() -> new OpenSupplement(room.book, room.completion).run(room.file(), Optional.empty(), Values.NONE));

        assertThat(room.file().task(Archive.FILE, "2").suspendedAt()).isPresent();
        assertThat(room.file().openTasks(Archive.SUPPLY)).hasSize(1);
    }

    @Test
    @DisplayName("the archivist need not wait for the next look (R-7.7)")
    void theArchivistMayAskForASupplementaryVolume() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();
        OpenSupplement open = new OpenSupplement(room.book, room.completion);
        assertThat(room.<Boolean>command(() -> open.offered(room.file(), Optional.empty()))).isFalse();

        room.collect("aftersales.record");
        room.command(() -> open.run(room.file(), Optional.empty(), Values.NONE));

        assertThat(room.file().task(Archive.FILE, "2").deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(room.<Boolean>command(() -> open.offered(room.file(), Optional.empty()))).isFalse();
    }

    @Test
    @DisplayName("the looking ends six years after completion: visits go on for five (R-7.7)")
    void theLookingEnds() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();

        room.run(() -> room.file().goOnTo(LocalDate.of(2032, 3, 13)));
        assertThat(room.file().planned()).hasSize(1);
        room.run(() -> room.file().goOnTo(LocalDate.of(2032, 3, 14)));
        assertThat(room.file().planned()).isEmpty();
    }

    @Test
    @DisplayName("before the looking ends the rules are asked until when it goes on now")
    void theLookingGoesOnAsTheRulesSayNow(@TempDir Path shorter) throws IOException {
        RuleBook rules = ArchiveRoom.rules(shorter, "archive/completeness", Map.of("supplement-months,72", "supplement-months,2"));
        room.open(anOrder().build(), rules);
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();

        rules.activate(List.of(Path.of("..", "..", "..", "rules")), "archive/completeness");
        room.run(() -> room.file().goOnTo(COMPLETED.plusMonths(12)));

        assertThat(room.file().planned()).hasSize(1);
    }

    @Test
    @DisplayName("a supplementary volume owes nothing of the order's own, whatever the company began to demand meanwhile (R-9.1)")
    void nothingOfTheOrdersOwnIsDemandedLater() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();
        DemandedKind permit = new DemandedKind(new DocumentKind("export-licence.permit"), 10);
        permit.demand(Role.LOGISTICS_CLERK, false, true, COMPLETED);
        DemandedKind training = new DemandedKind(new DocumentKind("aftersales.training"), 11);
        training.demand(Role.AFTERSALES_ENGINEER, true, true, COMPLETED.plusDays(1));
        room.run(() -> List.of(permit, training).forEach(room.book::keep));

        room.collect("aftersales.record");
        room.run(() -> room.file().goOnTo(COMPLETED.plusDays(30)));

        assertThat(room.file().openTasks()).extracting(Task::kind).containsExactly(Archive.FILE);
        room.fileVolume();
        assertThat(volumes()).hasSize(2);
    }

    @Test
    @DisplayName("a destruction register is filed though the order never had an after-sales record (R-9.6)")
    void aRegisterWaitsForNothing() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();
        Document register = room.collect("archive.destruction-register");
        room.run(() -> room.completion.demandFiling(room.file()));

        room.fileVolume();

        assertThat(items(volumes().get(1))).extracting(Item::document).containsExactly(register.id());
        assertThat(volumes().get(1).period()).as("for ever").isEqualTo("Y");
        assertThat(room.file().openTasks()).isEmpty();
    }

    @Test
    @DisplayName("an order whose later documents wait for what is missing is listed until they are due")
    void whatWaitsIsListed() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();
        room.run(() -> room.file().goOnTo(COMPLETED.plusDays(120)));
        assertThat(waiting()).isEmpty();

        room.collect("finance.receipt");
        room.run(() -> room.file().goOnTo(COMPLETED.plusDays(150)));
        room.collect("finance.receipt");
        room.run(() -> room.file().goOnTo(COMPLETED.plusDays(180)));
        assertThat(waiting()).singleElement().satisfies(each -> {
            assertThat(each.order()).isEqualTo(room.file().number());
            assertThat(each.documents()).isEqualTo(2);
            assertThat(each.since()).isEqualTo(COMPLETED.plusDays(150));
        });

        room.collect("aftersales.record");
        room.run(() -> room.file().goOnTo(COMPLETED.plusDays(210)));
        assertThat(waiting()).as("due now").isEmpty();
        assertThat(room.file().openTasks(Archive.FILE)).hasSize(1);
    }

    private List<Waiting> waiting() {
        return room.command(() -> room.book.waiting("", 10));
    }

    private List<Volume> volumes() {
        return room.command(() -> room.book.of(room.file().number()));
    }

    private List<Item> items(Volume volume) {
        return room.command(() -> room.book.items(volume));
    }
}
