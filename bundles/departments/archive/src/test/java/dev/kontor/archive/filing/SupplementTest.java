package dev.kontor.archive.filing;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.document.Document;
import dev.kontor.api.form.Values;
import dev.kontor.api.task.Task;
import dev.kontor.archive.Archive;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
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
    @DisplayName("what comes after completion is filed as a supplementary volume, once the after-sales record is there (R-7.7)")
    void laterDocumentsAreASupplementaryVolume() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();

        room.run(() -> room.file().goOnTo(LocalDate.of(2026, 4, 20)));
        assertThat(room.file().openTasks()).as("nothing came").isEmpty();

        Document retention = room.collect("finance.receipt");
        room.run(() -> room.file().goOnTo(LocalDate.of(2026, 5, 20)));
        assertThat(room.file().openTasks()).extracting(Task::kind).as("the record is owed first").containsExactly(Archive.SUPPLY);

        Document record = room.collect("aftersales.record");
        room.run(() -> room.file().goOnTo(LocalDate.of(2026, 6, 20)));
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
    @DisplayName("the looking ends three years after completion")
    void theLookingEnds() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();

        room.run(() -> room.file().goOnTo(LocalDate.of(2029, 2, 27)));
        assertThat(room.file().planned()).hasSize(1);
        room.run(() -> room.file().goOnTo(LocalDate.of(2029, 2, 28)));
        assertThat(room.file().planned()).isEmpty();
    }

    private List<Volume> volumes() {
        return room.command(() -> room.book.of(room.file().number()));
    }

    private List<Item> items(Volume volume) {
        return room.command(() -> room.book.items(volume));
    }
}
