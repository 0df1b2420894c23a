package dev.kontor.archive.page;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.machine.Machine;
import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.keeping.ConsultVolume;
import dev.kontor.archive.pack.PackageKey;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Regulation 9.2: the archive's pages (R-9.4 to R-9.6)")
final class PagesTest {

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
    @DisplayName("a volume's documents are links for who has said what they consult it for, on that day (R-9.5)")
    void documentsAreOpenToWhoConsultsThem() {
        assertThat(links(volumePage("chen", Role.SALES_HEAD))).isEmpty();
        assertThat(asks(volumePage("chen", Role.SALES_HEAD))).containsExactly("archive/consult");

        room.act(new ConsultVolume(room.book), volume, "chen", Role.SALES_HEAD, Map.of("purpose", "a claim"));

        assertThat(links(volumePage("chen", Role.SALES_HEAD))).hasSize(8);
        assertThat(asks(volumePage("chen", Role.SALES_HEAD))).isEmpty();
        assertThat(links(volumePage("gao", Role.LEADERSHIP))).isEmpty();
        room.file().setToday(room.file().today().plusDays(1));
        assertThat(links(volumePage("chen", Role.SALES_HEAD))).isEmpty();
    }

    @Test
    @DisplayName("an auditor reads the catalogue of a volume and is offered nothing to do")
    void anAuditorOnlyReads() {
        View view = volumePage("an", Role.AUDITOR);

        assertThat(asks(view)).isEmpty();
        assertThat(view.actions()).isEmpty();
    }

    @Test
    @DisplayName("each is offered what their role may do now: appraisal only once the retention is over (R-9.6)")
    void eachIsOfferedTheirWork() {
        assertThat(actions(volumePage("song", Role.ARCHIVIST))).containsExactly("archive.verify", "archive.pack");
        room.file().setToday(LocalDate.of(2057, 1, 1));
        assertThat(actions(volumePage("song", Role.ARCHIVIST))).containsExactly("archive.verify", "archive.pack", "archive.appraise");
        assertThat(actions(volumePage("gao", Role.LEADERSHIP))).containsExactly("archive.pack", "archive.hold");
    }

    @Test
    @DisplayName("a volume of an order that the reader may not see is not found, and stands in no list")
    void whoMayNotSeeTheOrderSeesNoVolume() {
        orders.hidden = true;

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> volumePage("chen", Role.SALES_HEAD))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.NOT_FOUND));
        assertThat(table(cataloguePage(Map.of())).rows()).isEmpty();
    }

    @Test
    @DisplayName("the arrangement shows each series with its last number and its gaps (R-9.4)")
    void gapsAreReported() {
        room.filed(anOrder().numbered(2).build());
        ArrangementPage page = new ArrangementPage(room.book, room.numbers, new PackageKey(room.store.unit("archive")));
        assertThat(gaps(page)).isEqualTo("archive.no-gaps");

        room.command(() -> room.store.unit("archive").createQuery("delete from Volume one where one.running = 1").executeUpdate());

        assertThat(gaps(page)).isEqualTo("archive.has-gaps");
    }

    @Test
    @DisplayName("the order's page shows what is missing and who owes it as soon as the order is cleared (R-9.1)")
    void theOrderShowsWhatIsMissing() {
        VolumesTab tab = new VolumesTab(room.book);
        room.open(anOrder().numbered(3).build());
        assertThat(room.<List<Block>>command(() -> tab.show(room.file()))).isEmpty();

        room.file().reach(MilestoneName.REVIEW_CLEARED);
        room.collect("entry.contract");

        Block.Table kinds = (Block.Table) room.command(() -> tab.show(room.file())).get(1);
        assertThat(kinds.rows()).hasSize(9);
        assertThat(kinds.rows()).filteredOn(row -> ((Cell.Badge) row.get(4)).text().key().equals("archive.missing")).hasSize(8);
    }

    @Test
    @DisplayName("the archivist sees above the form what will be filed; nobody else who owes work does")
    void theArchivistSeesWhatWillBeFiled() {
        VolumesTab tab = new VolumesTab(room.book);
        room.open(anOrder().numbered(3).build());
        room.collect("entry.contract");
        room.complete(LocalDate.of(2026, 3, 16));

        assertThat(room.<List<Block>>command(() -> tab.brief(room.file().as("song", Role.ARCHIVIST)))).hasSize(2);
        assertThat(room.<List<Block>>command(() -> tab.brief(room.file().as("lina", Role.SALES_REP)))).isEmpty();
    }

    @Test
    @DisplayName("a machine's page leads to the volumes of its order")
    void aMachineLeadsToItsVolumes() {
        Machine machine = new Machine(new SerialNumber("KT-1"), room.file().number(), 1, "CNC-500", BigDecimal.ONE, 1,
                room.file().now(), List.of());
        Person reader = new Person(new PersonId("xu"), "Xu", Set.of(Role.AFTERSALES_ENGINEER), "en");

        Block.Table volumes = (Block.Table) room.command(() -> new VolumePart(room.book).show(machine, reader)).get(0);

        assertThat(volumes.rows()).singleElement().satisfies(row -> assertThat(row.get(0)).isEqualTo(Shown.link(volume)));
    }

    private View volumePage(String who, Role role) {
        return show(new VolumePage(room.book, new VolumeHistory(room.book), orders, room.documents, room.clock), who, role,
                List.of(volume.id()), Map.of());
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

    private static List<Cell> links(View view) {
        return table(view).rows().stream().map(row -> row.get(2)).filter(Cell.Link.class::isInstance).toList();
    }

    private static List<String> asks(View view) {
        return view.blocks().stream().filter(Block.Ask.class::isInstance).map(Block.Ask.class::cast).map(Block.Ask::command).toList();
    }

    private static List<String> actions(View view) {
        return view.actions().stream().map(link -> link.text().key()).toList();
    }

    private String gaps(ArrangementPage page) {
        return ((Cell.Badge) table(show(page, "song", Role.ARCHIVIST, List.of(), Map.of())).rows().get(0).get(3)).text().key();
    }
}
