package dev.kontor.archive.keeping;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.document.Document;
import dev.kontor.api.journal.Change;
import dev.kontor.api.journal.Entry;
import dev.kontor.api.people.PersonId;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.store.unit.Dialect;
import java.time.Instant;
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
@DisplayName("Regulation 9.1: a volume is verified against the order and its journal (R-9.2)")
final class VerifyTest {

    @Parameter
    private Dialect dialect;

    private ArchiveRoom room;
    private Volume volume;

    @BeforeEach
    void open() {
        room = new ArchiveRoom(dialect);
        volume = room.filed(anOrder().build());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("another signer or another time in the rows of the archive is found (R-9.2)")
    void anotherSignerOrTimeIsFound() {
        alterItems("signedBy = 'zhao'", "signedBy = '%s'".formatted(PersonId.SYSTEM));
        alterItems("signedAt = one.signedAt + 1", "signedAt = one.signedAt - 1");
        alterItems("digest = '%s'".formatted("0".repeat(64)), "digest = '%s'".formatted(room.file().documents().get(3).digest()));
    }

    @Test
    @DisplayName("a document that the order's journal does not say was filed so, by that person then, is found (R-9.2)")
    void whatTheJournalDoesNotSayIsFound() {
        Document plan = room.file().documents().get(3);
        Entry noted = room.journal.of(room.file().number(), 5, 1, room.file().actor()).get(0);
        assertThat(verify().key()).isEqualTo("archive.verified-whole");

        List.of(line(noted, "document.filed", noted.by(), noted.at(), "0".repeat(64)),
                line(noted, "archive.filed", noted.by(), noted.at(), plan.digest()),
                line(noted, "document.filed", new PersonId("zhao"), noted.at(), plan.digest()),
                line(noted, "document.filed", noted.by(), noted.at().plusMillis(1), plan.digest())).forEach(other -> {
            room.journal.write(room.file().number(), other);
            assertThat(verify()).isEqualTo(Text.of("archive.verified-altered", volume.code(), 1, "production.plan.pdf"));
        });
        room.journal.write(room.file().number(), noted);
        assertThat(verify().key()).isEqualTo("archive.verified-whole");
    }

    private void alterItems(String altered, String restored) {
        assertThat(verify().key()).as(altered).isEqualTo("archive.verified-whole");
        alterItem(altered);
        assertThat(verify()).as(altered).isEqualTo(Text.of("archive.verified-altered", volume.code(), 1, "production.plan.pdf"));
        alterItem(restored);
        assertThat(verify().key()).as(restored).isEqualTo("archive.verified-whole");
    }

    private void alterItem(String to) {
        room.command(() -> room.store.unit("archive")
                .createQuery("update Item one set one." + to + " where one.kind = 'production.plan'")
                .executeUpdate());
    }

    private static Entry line(Entry instead, String kind, PersonId by, Instant at, String digest) {
        return new Entry(instead.sequence(), at, by, kind, Text.plain(""), List.of(new Change("digest", "", digest)), false, "", "");
    }

    private Text verify() {
        return room.act(new VerifyVolume(room.book, room.documents, new FiledLines(room.journal)), volume, "shen", Role.SUPERVISOR, Map.of()).said();
    }
}
