package dev.kontor.archive.filing;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.MilestoneName;
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
@DisplayName("Regulation 4.2, 9.1: an order that company leadership ended is filed too (R-4.17, R-9.1)")
final class EndedOrderTest {

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
    @DisplayName("of an order that company leadership ended what there is is filed, and nothing else is demanded (R-4.17, R-9.1)")
    void anEndedOrderIsFiledToo() {
        room.collect("entry.contract");
        room.collect("finance.receipt");
        room.end(COMPLETED);

        assertThat(room.file().openTasks()).extracting(Task::kind).containsExactly(Archive.FILE);
        room.fileVolume();

        assertThat(items(volumes().get(0))).extracting(item -> item.kind().value()).containsExactly("entry.contract", "finance.receipt");
        assertThat(items(volumes().get(0))).extracting(Item::keptUntil).containsOnly(Optional.of(LocalDate.of(2056, 12, 31)));
        assertThat(room.file().milestones()).as("it stays ended").doesNotContain(MilestoneName.ARCHIVE_FILED);

        room.collect("finance.receipt");
        room.run(() -> room.file().goOnTo(COMPLETED.plusDays(30)));
        assertThat(room.file().openTasks()).as("repaid later").extracting(Task::subject).containsExactly("2");
    }

    @Test
    @DisplayName("an ended order without any document is due as soon as one comes (R-4.17)")
    void anEndedOrderWithoutDocumentsIsLookedAt() {
        room.end(COMPLETED);
        assertThat(room.file().openTasks()).isEmpty();

        room.collect("finance.receipt");
        room.run(() -> room.file().goOnTo(COMPLETED.plusDays(30)));

        assertThat(room.file().openTasks()).extracting(Task::kind).containsExactly(Archive.FILE);
    }

    private List<Volume> volumes() {
        return room.command(() -> room.book.of(room.file().number()));
    }

    private List<Item> items(Volume volume) {
        return room.command(() -> room.book.items(volume));
    }
}
