package dev.kontor.archive.filing;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.store.unit.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 9.2: how long the documents of a volume are kept (R-9.6)")
final class RetentionPeriodsTest {

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
    @DisplayName("retention is by kind: receipts and contracts thirty years, statements ten, from 1 January after the year (R-9.6)")
    void retentionIsByKind() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.collect("finance.statement");
        room.complete(COMPLETED);
        room.fileVolume();

        Map<String, Optional<LocalDate>> until = items(volumes().get(0)).stream()
                .collect(Collectors.toMap(item -> item.kind().value(), Item::keptUntil));
        assertThat(until)
                .containsEntry("finance.receipt", Optional.of(LocalDate.of(2056, 12, 31)))
                .containsEntry("entry.contract", Optional.of(LocalDate.of(2056, 12, 31)))
                .containsEntry("finance.statement", Optional.of(LocalDate.of(2036, 12, 31)));
    }

    @Test
    @DisplayName("a company may set longer periods than the law, never shorter ones: twelve months count for nothing (R-9.6)")
    void parametersOnlyLengthen(@TempDir Path own) throws IOException {
        room.open(anOrder().build(), ArchiveRoom.rules(own, "archive/retention", Map.of(
                "voucher-months,360", "voucher-months,12", "statement-months,120", "statement-months,121",
                "volume-months,360", "volume-months,359")));
        ArchiveRoom.NINE.forEach(room::collect);
        room.collect("finance.statement");
        room.complete(COMPLETED);
        room.fileVolume();

        Map<String, Optional<LocalDate>> until = items(volumes().get(0)).stream()
                .collect(Collectors.toMap(item -> item.kind().value(), Item::keptUntil));
        assertThat(until)
                .containsEntry("finance.receipt", Optional.of(LocalDate.of(2056, 12, 31)))
                .containsEntry("entry.contract", Optional.of(LocalDate.of(2056, 12, 31)))
                .containsEntry("finance.statement", Optional.of(LocalDate.of(2037, 1, 31)));
    }

    @Test
    @DisplayName("what was filed under shorter periods before the law's were demanded is kept as long as the law says (R-9.6)")
    void whatWasFiledBeforeIsKeptAsLong() throws IOException {
        ArchiveRoom.NINE.forEach(room::collect);
        room.collect("finance.statement");
        room.collect("archive.destruction-register");
        room.complete(COMPLETED);
        room.fileVolume();
        run("update archive_item set kept_months = 12, kept_until = '2027-12-31' where kept_months > 0 and kind <> 'entry.order'");
        run("update archive_item set kept_months = 361, kept_until = '2057-01-31' where kind = 'entry.order'");

        String law = Files.readString(Path.of("src", "main", "resources", "db", "migration", "V7__law.sql"));
        Stream.of(law.replaceAll("(?m)^--.*$", "").split(";")).filter(each -> !each.isBlank()).forEach(this::run);

        Map<String, Optional<LocalDate>> until = items(volumes().get(0)).stream()
                .collect(Collectors.toMap(item -> item.kind().value(), Item::keptUntil));
        assertThat(until)
                .containsEntry("finance.receipt", Optional.of(LocalDate.of(2056, 12, 31)))
                .containsEntry("entry.contract", Optional.of(LocalDate.of(2056, 12, 31)))
                .containsEntry("finance.statement", Optional.of(LocalDate.of(2036, 12, 31)))
                .containsEntry("entry.order", Optional.of(LocalDate.of(2057, 1, 31)))
                .containsEntry("archive.destruction-register", Optional.empty());
    }

    private void run(String statement) {
        room.command(() -> room.store.unit("archive").createNativeQuery(statement).executeUpdate());
    }

    private List<Volume> volumes() {
        return room.command(() -> room.book.of(room.file().number()));
    }

    private List<Item> items(Volume volume) {
        return room.command(() -> room.book.items(volume));
    }
}
