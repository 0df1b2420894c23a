package dev.kontor.archive.filing;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.form.Values;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.NewTask;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
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
@DisplayName("Regulation 9.1, 9.2: an order's documents become a volume (R-9.1 to R-9.5, R-7.7)")
final class FilingTest {

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
    @DisplayName("a completed order is due for filing ten working days after completion (R-7.7, R-9.5)")
    void aCompletedOrderIsDue() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);

        assertThat(room.file().openTasks()).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Archive.FILE);
            assertThat(task.role()).isEqualTo(Role.ARCHIVIST);
            assertThat(task.deadline().orElseThrow().lastDay()).isEqualTo(LocalDate.of(2026, 3, 30));
        });
    }

    @Test
    @DisplayName("a complete order is filed under a code of its own, each document with digest, signer and time (R-9.2, R-9.4)")
    void aCompleteOrderIsFiled() {
        ArchiveRoom.NINE.forEach(room::collect);
        Document contract = room.file().documents().get(0);
        room.complete(COMPLETED);

        room.fileVolume(Map.of("pages", List.of(new Values(Map.of("document", contract.id(), "count", "12")))));

        Volume volume = volumes().get(0);
        assertThat(volume.code()).isEqualTo("Q001-XSDD·2026-D30-XS-0001");
        assertThat(volume.filedBy()).isEqualTo(new PersonId("song"));
        List<Item> items = items(volume);
        assertThat(items).extracting(item -> item.kind().value()).containsExactlyElementsOf(ArchiveRoom.NINE);
        assertThat(items).extracting(Item::position).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(items.get(0).digest()).isEqualTo(contract.digest());
        assertThat(items.get(0).signedBy()).isEqualTo(contract.by());
        assertThat(items.get(0).signedAt()).isEqualTo(contract.filedAt());
        assertThat(items).extracting(Item::pages).startsWith(12, 0);
        assertThat(room.file().milestones()).contains(MilestoneName.ARCHIVE_FILED);
        assertThat(room.file().openTasks(Archive.FILE)).isEmpty();
        assertThat(room.file().documents()).extracting(Document::kind).contains(VolumeBook.CATALOGUE);
    }

    @Test
    @DisplayName("each kind that is missing is named with who owes it, who is asked for it, and nothing is filed (R-9.1)")
    void eachMissingKindIsNamed() {
        for (String missing : ArchiveRoom.NINE) {
            room.open(anOrder().numbered(ArchiveRoom.NINE.indexOf(missing) + 10).build());
            ArchiveRoom.NINE.stream().filter(kind -> !kind.equals(missing)).forEach(room::collect);
            room.complete(COMPLETED);

            Refused refused = refusal(room::fileVolume);

            assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT);
            assertThat(refused.words().arguments().get(0)).isEqualTo(1);
            assertThat(refused.getMessage()).contains("document." + missing);
            Task owed = room.file().task(Archive.SUPPLY, missing);
            assertThat(refused.getMessage()).contains("role." + owed.role());
            assertThat(owed.deadline().orElseThrow().lastDay()).isEqualTo(COMPLETED.plusDays(1));
            assertThat(volumes()).isEmpty();
            assertThat(room.file().milestones()).doesNotContain(MilestoneName.ARCHIVE_FILED);
        }
    }

    @Test
    @DisplayName("who owes a kind supplies it with the order, and the volume can be filed (R-9.1)")
    void whatIsMissingIsSupplied() {
        ArchiveRoom.NINE.stream().skip(1).forEach(room::collect);
        room.complete(COMPLETED);
        Task owed = room.file().as("lina", Role.SALES_REP).task(Archive.SUPPLY, "entry.contract");

        room.command(() -> new SupplyDocument(room.book, room.completion).run(
                room.file(), Optional.of(owed), new Values(Map.of("document", room.upload("contract.pdf", "signed")))));
        assertThat(toFile().suspendedAt()).isEmpty();
        room.fileVolume();

        assertThat(items(volumes().get(0))).hasSize(8).anySatisfy(item -> {
            assertThat(item.kind().value()).isEqualTo("entry.contract");
            assertThat(item.signedBy()).isEqualTo(new PersonId("lina"));
        });
        assertThat(room.file().openTasks()).isEmpty();
    }

    @Test
    @DisplayName("while others owe a document the archivist's clock stands still, until the day after it came in whatever way (R-9.1, R-9.5)")
    void theArchivistIsNotLateForOthers() {
        ArchiveRoom.NINE.stream().skip(1).forEach(room::collect);
        room.complete(COMPLETED);
        room.run(() -> room.file().goOnTo(COMPLETED.plusDays(14)));
        assertThat(toFile().suspendedAt()).isPresent();

        room.collect("entry.contract");
        room.run(() -> room.file().goOnTo(COMPLETED.plusDays(15)));

        assertThat(toFile().suspendedAt()).isEmpty();
        assertThat(toFile().deadline().orElseThrow().lastDay()).as("eleven working days later").isEqualTo(LocalDate.of(2026, 4, 14));
        assertThat(room.file().openTasks(Archive.SUPPLY)).as("nobody owes what is there").isEmpty();
        assertThat(room.file().planned()).isEmpty();
    }

    @Test
    @DisplayName("the archivist files as soon as everything is there, whether the clock goes on yet or not (R-9.5)")
    void nobodyWaitsForTheClock() {
        ArchiveRoom.NINE.stream().skip(1).forEach(room::collect);
        room.complete(COMPLETED);

        room.collect("entry.contract");
        room.fileVolume();

        assertThat(volumes()).hasSize(1);
        assertThat(room.file().planned()).containsValue(COMPLETED.plusDays(30)).hasSize(1);
    }

    @Test
    @DisplayName("while finance has the papers of a completed order the archivist is told so above the form (R-7.7)")
    void whatIsNotHandedOverIsTold() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        assertThat(heading()).isEqualTo(Text.plain(""));

        room.run(() -> room.file().raise(NewTask.of(new TaskKind("finance.hand-over"), Role.FINANCE_CLERK)));

        assertThat(heading()).isEqualTo(Text.of("archive.not-handed-over"));
    }

    private Text heading() {
        return room.command(() -> room.filing().form(room.file(), Optional.of(toFile())).sections().get(0).heading());
    }

    private Task toFile() {
        return room.file().task(Archive.FILE, "1");
    }

    @Test
    @DisplayName("a document's pages are counted once")
    void pagesAreCountedOnce() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        Values row = new Values(Map.of("document", room.file().documents().get(0).id(), "count", "12"));

        Refused refused = refusal(() -> room.fileVolume(Map.of("pages", List.of(row, row))));

        assertThat(refused.gaps()).extracting(Refused.Gap::field).containsExactly("pages[1].document");
        assertThat(volumes()).isEmpty();
    }

    @Test
    @DisplayName("nobody but an archivist files (R-9.3)")
    void nobodyElseFiles() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        Task due = room.file().openTasks(Archive.FILE).get(0);
        room.file().as("tang", Role.FINANCE_CLERK);

        Refused refused = refusal(() -> room.command(
                () -> room.filing().run(room.file(), Optional.of(due), new Values(Map.of("class", "XSDD")))));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN);
        assertThat(volumes()).isEmpty();
    }

    @Test
    @DisplayName("a document that was altered or lost on the disk is named and not filed (R-9.2)")
    void whatWasAlteredIsNotFiled() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        Document receipt = room.file().documents().get(7);
        byte[] content = room.documents.content(receipt);
        byte[] altered = content.clone();
        altered[0] ^= 1;

        room.documents.alter(receipt, altered);
        assertThat(refusal(room::fileVolume).getMessage()).contains("finance.receipt.pdf");
        room.documents.lose(receipt);
        assertThat(refusal(room::fileVolume).getMessage()).contains("finance.receipt.pdf");
        room.documents.alter(receipt, content);
        room.fileVolume();
        assertThat(volumes()).hasSize(1);
    }

    private List<Volume> volumes() {
        return room.command(() -> room.book.of(room.file().number()));
    }

    private List<Item> items(Volume volume) {
        return room.command(() -> room.book.items(volume));
    }

    private static Refused refusal(Runnable work) {
        return catchThrowableOfType(Refused.class, work::run);
    }
}
