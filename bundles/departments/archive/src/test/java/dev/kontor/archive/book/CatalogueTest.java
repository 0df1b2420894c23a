package dev.kontor.archive.book;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.machine.SerialNumber;
import dev.kontor.api.order.Contract.SupplementaryAgreement;
import dev.kontor.api.order.ContractTerm;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.order.Order;
import dev.kontor.api.order.TechnicalParameter;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.store.unit.Dialect;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @DisplayName("by the end of a number from four characters on, and by what stands around brackets in a Chinese name")
    void byTheEndOfANumber() {
        file(1, "CNC-500", "SN20260315", "KT2026-0002 HT2026-0001/2 华东重工（上海）有限公司 abcdefg");

        assertThat(List.of("0315", "2026-0002", "2026-0001", "0001/2", "n20260315", "华东重工上海", "重工（上海", "上海有限公司"))
                .allSatisfy(words -> assertThat(orders(words)).hasSize(1));
        assertThat(List.of("315", "0317", "026-0003", "上海重工", "defg")).allSatisfy(words -> assertThat(orders(words)).isEmpty());
    }

    @Test
    @DisplayName("a volume that was filed before is found by the ends of its numbers as well")
    void whatWasFiledBeforeIsFoundToo() throws IOException {
        file(1, "CNC-500", "SN20260315", "");
        room.run(() -> {
            room.store.unit("archive").createNativeQuery("DELETE FROM archive_term WHERE term IN ('0315', '东机')").executeUpdate();
            room.store.unit("archive").createNativeQuery("UPDATE archive_volume SET customer_name = '华东（机械）公司'").executeUpdate();
        });
        assertThat(orders("0315")).isEmpty();

        List<String> statements = List.of(Files.readString(Path.of("src", "main", "resources", "db", "migration", "V4__words.sql")).split(";\\s"));
        room.run(() -> statements.stream()
                .filter(sql -> !sql.isBlank())
                .forEach(sql -> room.store.unit("archive").createNativeQuery(sql).executeUpdate()));

        assertThat(orders("0315")).hasSize(1);
        assertThat(orders("东机")).hasSize(1);
    }

    @Test
    @DisplayName("by the days of signing, delivery, completion and filing, however a day is written")
    void byItsDays() {
        room.open(anOrder().build());
        ArchiveRoom.NINE.forEach(room::collect);
        room.file().setToday(LocalDate.of(2026, 3, 12));
        room.file().reach(MilestoneName.LOGISTICS_DELIVERED);
        room.complete(COMPLETED);
        room.file().setToday(LocalDate.of(2026, 3, 18));
        room.fileVolume();

        assertThat(List.of("2026-03-16", "2026年3月16日", "2026-3-16", "2026/3/16", "2026.03.16", "2026年３月16", "2026年3月"))
                .allSatisfy(day -> assertThat(orders(day)).hasSize(1));
        String signed = room.file().order().orElseThrow().contract().signedOn().toString();
        assertThat(List.of(signed, "2026-3-12", "2026-3-18")).allSatisfy(day -> assertThat(orders(day)).hasSize(1));
        assertThat(List.of("2026-3-17", "2026年4月", "2026-3-1")).allSatisfy(day -> assertThat(orders(day)).isEmpty());
    }

    @Test
    @DisplayName("by clauses of the contract, technical parameters and accessories")
    void byWhatWasAgreed() {
        room.open(anOrder()
                .withParameters(new TechnicalParameter("主轴转速", "12000", "r/min"))
                .withTerms(new ContractTerm("warranty", "8", "质保期十八个月"))
                .build());
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();

        assertThat(List.of("主轴", "12000", "质保期十八")).allSatisfy(words -> assertThat(orders(words)).hasSize(1));
    }

    @Test
    @DisplayName("by supplementary agreements, their days, contact and place of delivery")
    void byWhatStandsAroundTheContract() {
        room.open(anOrder().agreeing(new SupplementaryAgreement("BC2026-0417", LocalDate.of(2026, 2, 9), "d-1")).build());
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);
        room.fileVolume();

        Order order = room.file().order().orElseThrow();
        assertThat(List.of("bc2026-0417", "2026-2-9", order.contact().name(), order.delivery().place()))
                .allSatisfy(words -> assertThat(orders(words)).hasSize(1));
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
        room.file().reach(MilestoneName.REVIEW_CLEARED);
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
