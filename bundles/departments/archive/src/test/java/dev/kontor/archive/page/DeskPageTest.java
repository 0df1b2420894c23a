package dev.kontor.archive.page;

import static dev.kontor.testkit.AnOrder.anOrder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.task.Task;
import dev.kontor.api.task.TaskFilter;
import dev.kontor.api.task.TaskId;
import dev.kontor.api.task.TaskKind;
import dev.kontor.api.task.Worklist;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.Volume;
import dev.kontor.store.unit.Dialect;
import java.net.URLDecoder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 9.2: the archivist's desk (R-9.5, R-9.6)")
final class DeskPageTest {

    private final KnownOrders orders = new KnownOrders(() -> this.room.file().summary());
    private ArchiveRoom room;
    private Volume volume;

    @BeforeEach
    void open() {
        room = new ArchiveRoom(Dialect.DERBY);
        volume = room.filed(anOrder().build());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("the desk lists orders that wait and volumes whose retention is over, page after page")
    void theDeskIsPaged() {
        Volume second = room.filed(anOrder().numbered(2).build());
        room.run(() -> List.of(volume, second).forEach(each -> room.book.waits(each.order(), 1, room.file().today())));
        room.file().setToday(LocalDate.of(2057, 1, 1));

        List<Block.Table> first = tables(deskPage(Map.of("rows", "1")));
        List<Block.Table> next = tables(deskPage(Map.of(
                "rows", "1", "waiting", after(first.get(1).next()), "over", after(first.get(2).next()))));

        assertThat(first.get(1).next()).startsWith("archive/desk?waiting=");
        assertThat(first.get(2).next()).startsWith("archive/desk?over=");
        assertThat(next).filteredOn(table -> !table.rows().isEmpty()).hasSize(2).allSatisfy(table -> {
            assertThat(table.rows()).hasSize(1);
            assertThat(table.next()).isEmpty();
        });
        assertThat(next.get(2).rows().get(0).get(0)).isNotEqualTo(first.get(2).rows().get(0).get(0));
    }

    @Test
    @DisplayName("a volume is due until a day; while others owe documents of it the desk says so instead (R-9.1, R-9.5)")
    void whatOthersOweIsSaid() {
        room.open(anOrder().numbered(2).build());
        room.complete(LocalDate.of(2026, 3, 16));
        Task waits = room.file().openTasks(Archive.FILE).get(0);
        room.open(anOrder().numbered(3).build());
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(LocalDate.of(2026, 3, 16));
        Task due = room.file().openTasks(Archive.FILE).get(0);

        List<List<Cell>> rows = tables(deskPage(Map.of(), waits, due)).get(0).rows();

        assertThat(rows.get(0).get(3)).isEqualTo(new Cell.Badge(Cell.Tone.INFO, Text.of("archive.documents-missing")));
        assertThat(rows.get(1).get(3)).isEqualTo(new Cell.Due(LocalDate.of(2026, 3, 30), 10, false));
    }

    private View deskPage(Map<String, String> parameters, Task... owed) {
        Worklist worklist = new Owed(Stream.of(owed).map(task -> new Worklist.Item(task, "Huadong", 10, false)).toList());
        return show(new DeskPage(worklist, room.book, orders, room.clock), "song", Role.ARCHIVIST, List.of(), parameters);
    }

    private static List<Block.Table> tables(View view) {
        return view.blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast).toList();
    }

    private static String after(String address) {
        return URLDecoder.decode(address.substring(address.indexOf('=') + 1), UTF_8);
    }

    private View show(Page page, String who, Role role, List<String> tail, Map<String, String> parameters) {
        Person reader = new Person(new PersonId(who), who, Set.of(role), "en");
        return room.store.transactions().read(() -> page.show(new Query(reader, tail, parameters)));
    }

    /** What is owed, to whomever. */
    private record Owed(List<Item> items) implements Worklist {

        @Override
        public Slice list(TaskFilter filter, Person person, String after, int limit) {
            return new Slice(items, "");
        }

        @Override
        public Count count(Person person) {
            return new Count(0, 0, 0);
        }

        @Override
        public List<TaskKind> kinds(Person person) {
            return List.of();
        }

        @Override
        public Map<OrderNumber, Item> mostUrgent(Collection<OrderNumber> numbers, Person reader) {
            return Map.of();
        }

        @Override
        public Set<Role> owing() {
            return Set.of();
        }

        @Override
        public Optional<Task> task(TaskId id, Person reader) {
            return Optional.empty();
        }
    }
}
