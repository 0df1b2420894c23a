package dev.kontor.archive.filing;

import static dev.kontor.testkit.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.text.Text;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.page.VolumesTab;
import dev.kontor.store.unit.Dialect;
import dev.kontor.testkit.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Regulation 9.1: a department adds a kind of its own by a rule set (R-9.1)")
final class PartnerKindTest {

    private static final String RULE = """
            package export.archive

            import dev.kontor.api.order.Order
            import dev.kontor.api.rule.Clause
            import dev.kontor.api.rule.Conclusion
            import dev.kontor.api.rule.Reason
            import dev.kontor.archive.facts.DocumentFiled

            rule "an export needs its permit"
            when
                Order( currency == "CNY", $number : number )
                not DocumentFiled( kind == "export-licence.permit" )
            then
                insertLogical( new Conclusion.Check( "export-licence.permit", false, Reason.of("no-permit"), new Clause("export-control 12") ) );
            end
            """;
    private static final String CASES = """
            - name: no permit
              facts:
                - Order: {total: 100}
              expect:
                - Check: {subject: export-licence.permit, passed: false}
            """;

    @TempDir
    private Path rules;

    @Test
    @DisplayName("the volume waits for it, and it is named with the department that owes it")
    void theVolumeWaitsForIt() throws IOException {
        write("rule.drl", RULE);
        write("parameters.csv", "name,value,unit,from,clause\n");
        write("cases/permit.yaml", CASES);
        write("texts.properties", "title=Permit in the archive\nan-export-needs-its-permit=An export needs its permit\nno-permit=There is no permit.\n");
        write("texts_zh.properties", "title=出口许可归档\nan-export-needs-its-permit=出口须有许可\nno-permit=没有许可。\n");
        RuleBook book = ArchiveRoom.RULES.copy();
        book.activate(List.of(rules), "export-licence/archive.completeness");

        try (ArchiveRoom room = new ArchiveRoom(Dialect.DERBY)) {
            room.open(anOrder().build(), book);
            ArchiveRoom.NINE.forEach(room::collect);
            room.file().reach(MilestoneName.REVIEW_CLEARED);
            room.complete(LocalDate.of(2026, 3, 16));

            assertThat(catchThrowableOfType(Refused.class, room::fileVolume).getMessage())
                    .contains("document.export-licence.permit", "department.export-licence");
            Block.Table collected = (Block.Table) room.command(() -> new VolumesTab(room.book).show(room.file())).get(1);
            assertThat(collected.rows()).filteredOn(row -> row.get(0).equals(Cell.words(Text.of("document.export-licence.permit"))))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get(1)).isEqualTo(Cell.words(Text.of("department.export-licence")));
                        assertThat(((Cell.Badge) row.get(4)).text().key()).isEqualTo("archive.missing");
                    });

            room.collect("export-licence.permit");
            room.fileVolume();
            assertThat(room.command(() -> room.book.items(room.book.of(room.file().number()).get(0)))).hasSize(9);
        }
    }

    private void write(String name, String content) throws IOException {
        Path file = rules.resolve("export-licence/archive.completeness").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
