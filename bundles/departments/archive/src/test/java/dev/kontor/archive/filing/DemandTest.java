package dev.kontor.archive.filing;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Role;
import dev.kontor.archive.Archive;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.Volume;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.FakeAccounts;
import dev.kontor.testkit.FakeCompanyFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
@DisplayName("Regulation 9.1: the company demands further kinds of documents (R-9.1)")
final class DemandTest {

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
    @DisplayName("a kind that the company demands beside the nine is missing too, until it is demanded no longer (R-9.1)")
    void theListOfKindsIsOpen() {
        demand("yes");
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);

        assertThat(refusal(room::fileVolume).getMessage()).contains("key=archive.company-kind, arguments=[Export permit, 出口许可]");
        assertThat(room.file().task(Archive.SUPPLY, "export-licence.permit").role()).isEqualTo(new Role("logistics.clerk"));

        demand("no");
        room.fileVolume();
        assertThat(volumes()).hasSize(1);
    }

    @Test
    @DisplayName("an order owes what was demanded on the day of its completion, nothing that came a day later (R-9.1)")
    void nothingIsDemandedAfterwards() {
        ArchiveRoom.NINE.forEach(room::collect);
        room.complete(COMPLETED);

        demand(COMPLETED.plusDays(1), Map.of());
        room.fileVolume();

        assertThat(volumes()).hasSize(1);
        assertThat(room.file().openTasks(Archive.SUPPLY)).isEmpty();
    }

    @Test
    @DisplayName("a kind has a name in both languages, one of the roles that do work, and at most 100 characters; what is wrong is said there")
    void whatIsWrongOfAKindIsSaidAtItsField() {
        assertThat(gaps(Map.of("kind", "export-licence." + "p".repeat(86)))).containsExactly("kind");
        assertThat(gaps(Map.of("name-zh", ""))).containsExactly("name-zh");
        assertThat(gaps(Map.of("name-en", "", "name-zh", ""))).containsExactly("name-en", "name-zh");
        assertThat(gaps(Map.of("role", "nobody.knows"))).containsExactly("role");
        assertThat(gaps(Map.of("role", Role.AUDITOR.value()))).containsExactly("role");
        assertThat(gaps(Map.of("role", Role.SYSTEM_ADMINISTRATOR.value()))).containsExactly("role");

        demand(COMPLETED, Map.of("kind", "export-licence." + "p".repeat(85)));
        demand(COMPLETED, Map.of("kind", "review.opinions", "name-en", "", "name-zh", ""));
    }

    private void demand(String yes) {
        demand(COMPLETED, Map.of("demanded", yes));
    }

    private void demand(LocalDate on, Map<String, Object> otherwise) {
        Map<String, Object> values = new HashMap<>(Map.of("kind", "export-licence.permit", "role", "logistics.clerk",
                "name-en", "Export permit", "name-zh", "出口许可", "supplementary", "no", "demanded", "yes", "reason", "exports"));
        values.putAll(otherwise);
        FakeAccounts accounts = new FakeAccounts().with("an", Role.AUDITOR).with("root", Role.SYSTEM_ADMINISTRATOR);
        room.command(() -> new DemandKind(room.book, accounts, room.texts).run(
                new FakeCompanyFile(on, ArchiveRoom.RULES).as("song", Role.ARCHIVIST), new Values(values)));
    }

    private List<String> gaps(Map<String, Object> otherwise) {
        return refusal(() -> demand(COMPLETED, otherwise)).gaps().stream().map(Refused.Gap::field).toList();
    }

    private List<Volume> volumes() {
        return room.command(() -> room.book.of(room.file().number()));
    }

    private static Refused refusal(Runnable work) {
        return catchThrowableOfType(Refused.class, work::run);
    }
}
