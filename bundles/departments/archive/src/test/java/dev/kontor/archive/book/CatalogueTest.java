package dev.kontor.archive.book;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.store.unit.Dialect;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
@DisplayName("Regulation 9.2: the index catalogue finds a volume by what people remember of it (R-9.5)")
final class CatalogueTest {

    private static final LocalDate COMPLETED = LocalDate.of(2026, 3, 16);

    @Parameter
    private Dialect dialect;

    private ArchiveRoom room;

    @BeforeEach
    void open() {
        room = new ArchiveRoom(dialect);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("by archival code, order, contract, customer, serial number, model, document and remark, in Chinese and English")
    void byWhateverStandsInIt() {
        file(1, "CNC-500", "KT2026-0001", "现场调整过的立式加工中心");
        file(2, "LATHE-9", "KT2026-0002", "卧式车床");

        assertThat(orders("Q001-XSDD·2026-D30-XS-0001")).containsExactly("SO-2026-00001");
        assertThat(orders("SO-2026-00002")).containsExactly("SO-2026-00002");
        assertThat(orders("ht-2026-００1")).as("full width, small letters").hasSize(2);
        assertThat(orders("huadong")).hasSize(2);
        assertThat(orders("huadong lathe")).containsExactly("SO-2026-00002");
        assertThat(orders("KT2026-0002")).containsExactly("SO-2026-00002");
        assertThat(orders("cnc 500")).containsExactly("SO-2026-00001");
        assertThat(orders("加工中心")).containsExactly("SO-2026-00001");
        assertThat(orders("中心加工")).as("other pairs").isEmpty();
        assertThat(orders("车")).containsExactly("SO-2026-00002");
        assertThat(orders("finance.receipt")).hasSize(2);
        assertThat(orders("elsewhere")).isEmpty();
        assertThat(orders("")).hasSize(2);
    }

    @Test
    @DisplayName("by kind of document, and by the days on which it was filed, both ends included")
    void byKindAndDay() {
        file(1, "CNC-500", "KT-1", "");
        room.collect("export-licence.permit");
        room.collect("aftersales.record");
        room.run(() -> room.file().goOnTo(LocalDate.of(2026, 4, 20)));
        room.fileVolume();

        assertThat(find("", "export-licence.permit", Optional.empty(), Optional.empty())).extracting(Volume::part).containsExactly(2);
        assertThat(find("", "entry.contract", Optional.empty(), Optional.empty())).extracting(Volume::part).containsExactly(1);
        Instant day = COMPLETED.atStartOfDay(room.clock.zone()).toInstant();
        assertThat(find("", "", Optional.of(day), Optional.of(day.plusSeconds(86_400)))).extracting(Volume::part).containsExactly(1);
        assertThat(find("", "", Optional.of(day.plusSeconds(86_400)), Optional.empty())).extracting(Volume::part).containsExactly(2);
        assertThat(find("", "", Optional.empty(), Optional.of(day))).isEmpty();
    }

    @Test
    @DisplayName("page after page, the latest first, each volume once")
    void pageAfterPage() {
        for (int order = 1; order <= 5; order++) {
            file(order, "CNC-500", "KT-" + order, "");
        }
        Catalogue.Wanted all = new Catalogue.Wanted("huadong", "", Optional.empty(), Optional.empty());
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            String from = after;
            Catalogue.Page page = room.store.transactions().read(() -> room.catalogue.find(all, volume -> true, from, 2));
            page.volumes().forEach(volume -> seen.add(volume.order().value()));
            after = page.next();
        } while (!after.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    private void file(int order, String model, String serial, String remarks) {
        room.open(anOrder().numbered(order).model(model).build());
        room.file().enrol(SerialNumber.of(serial), 1, BigDecimal.ONE);
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume(remarks.isEmpty() ? Map.of() : Map.of("remarks", remarks));
    }

    private List<String> orders(String words) {
        return find(words, "", Optional.empty(), Optional.empty()).stream().map(volume -> volume.order().value()).toList();
    }

    private List<Volume> find(String words, String kind, Optional<Instant> from, Optional<Instant> until) {
        return room.store.transactions()
                .read(() -> room.catalogue.find(new Catalogue.Wanted(words, kind, from, until), volume -> true, "", 50))
                .volumes();
    }
}
