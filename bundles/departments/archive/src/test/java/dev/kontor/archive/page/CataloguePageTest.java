package dev.kontor.archive.page;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.form.Field;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.ArchivalCode;
import dev.kontor.archive.book.Volume;
import dev.kontor.store.unit.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 9.2: the index catalogue's page (R-9.5)")
final class CataloguePageTest {

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
    @DisplayName("a full page of others' volumes hides no volume of one's own behind it (R-9.5)")
    void othersVolumesHideNone() {
        keepVolumes(2, 53);
        orders.shown = Set.of(volume.order());

        Block.Table found = table(cataloguePage(Map.of("rows", "1")));

        assertThat(found.rows()).singleElement().satisfies(row -> assertThat(row.get(0)).isEqualTo(Shown.link(volume)));
        assertThat(found.next()).as("nothing is left that may be seen").isEmpty();
    }

    @Test
    @DisplayName("where very many volumes are hidden, the next part goes on behind them")
    void theNextPartGoesOnBehindTheHiddenOnes() {
        keepVolumes(2, 2_001);
        orders.shown = Set.of(volume.order());

        String next = table(cataloguePage(Map.of())).next();

        assertThat(next).startsWith("archive/catalogue?after=");
        assertThat(table(cataloguePage(Map.of("after", next.substring(next.indexOf('=') + 1)))).rows()).hasSize(1);
    }

    @Test
    @DisplayName("the catalogue is narrowed to any kind that some volume holds, demanded or not (R-9.5)")
    void anyKindThatIsHeldCanBeChosen() {
        room.open(anOrder().numbered(2).build());
        ArchiveRoom.NINE.forEach(room::collect);
        room.collect("finance.invoice");
        room.complete(LocalDate.of(2026, 3, 16));
        room.fileVolume();

        Block.Inquiry search = (Block.Inquiry) cataloguePage(Map.of()).blocks().get(0);

        assertThat(search.form().fields().get(1).options()).extracting(Field.Option::value)
                .contains("finance.invoice", "aftersales.record")
                .doesNotContain("finance.statement")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("the catalogue is searched by its address; the next part keeps what was searched (R-9.5)")
    void theCatalogueIsSearchedByItsAddress() {
        volume = room.filed(anOrder().numbered(2).build());

        assertThat(table(cataloguePage(Map.of("words", "SO-2026-00002"))).rows()).hasSize(1);
        assertThat(table(cataloguePage(Map.of("kind", "aftersales.record"))).rows()).isEmpty();
        assertThat(table(cataloguePage(Map.of("from", "2026-03-16", "until", "2026-03-16"))).rows()).hasSize(2);
        assertThat(table(cataloguePage(Map.of("until", "2026-03-15"))).rows()).isEmpty();
        assertThat(table(cataloguePage(Map.of("from", "nonsense"))).rows()).hasSize(2);
        assertThat(table(cataloguePage(Map.of("words", "hua dong", "rows", "1"))).next()).isEmpty();
        assertThat(table(cataloguePage(Map.of("words", "huadong machinery", "rows", "1"))).next())
                .startsWith("archive/catalogue?rows=1&words=huadong+machinery&after=");
    }

    /** Volumes of the orders from one number to the other, filed after the first. */
    private void keepVolumes(int from, int until) {
        room.run(() -> {
            for (int number = from; number <= until; number++) {
                ArchivalCode code = new ArchivalCode(new ArchivalCode.SeriesKey("Q001", "XSDD", 2026, "D30", "XS"), number);
                Volume other = new Volume(anOrder().numbered(number).build(), 1, code, "");
                other.file(new PersonId("song"), volume.filedAt().plusSeconds(1));
                room.book.keep(other);
            }
        });
    }

    private View cataloguePage(Map<String, String> parameters) {
        return show(new CataloguePage(room.catalogue, room.book, orders, room.clock), "song", Role.ARCHIVIST, List.of(), parameters);
    }

    private View show(Page page, String who, Role role, List<String> tail, Map<String, String> parameters) {
        Person reader = new Person(new PersonId(who), who, Set.of(role), "en");
        return room.store.transactions().read(() -> page.show(new Query(reader, tail, parameters)));
    }

    private static Block.Table table(View view) {
        return view.blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast).findFirst().orElseThrow();
    }
}
