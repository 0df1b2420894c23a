package dev.kontor.archive.keeping;

import dev.kontor.api.document.Document;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The destruction register (销毁清册): what is destroyed, packages that hold it too, who appraised and approved it, and where two
 * witnesses sign.
 */
final class RegisterPaper {

    private RegisterPaper() {}

    static Paper of(
            Volume volume, Appraisal appraisal, List<Item> items, List<Document> packages, String reason, String approvedBy, VolumeBook book) {
        Block head = new Block.Facts(Text.plain(""), List.of(
                new Block.Fact(Text.of("archive.code"), Cell.plain(volume.code())),
                new Block.Fact(Text.of("archive.appraisal-opinion"), Cell.plain(appraisal.opinion())),
                new Block.Fact(Text.of("archive.appraised-by"), Cell.person(appraisal.appraisedBy())),
                new Block.Fact(Text.of("archive.decision"), Cell.plain(reason)),
                new Block.Fact(Text.of("archive.decided-by"), Cell.person(approvedBy))));
        List<Block> blocks = new ArrayList<>(List.of(head, table(
                "items", items.stream().map(item -> row(item, book)).toList(), "position", "kind", "document", "kept-until", "digest")));
        if (!packages.isEmpty()) {
            blocks.add(table(
                    "packages", packages.stream().map(RegisterPaper::row).toList(), "document", "packed-by", "packed-at", "digest"));
        }
        return new Paper(
                "destruction-register-" + volume.code().replace('·', '-'), Text.of("archive.register-paper"), volume.code(),
                blocks, List.of(Text.of("archive.first-witness"), Text.of("archive.second-witness")));
    }

    private static Block table(String caption, List<List<Cell>> rows, String... columns) {
        List<Block.Column> heads = Stream.of(columns).map(name -> Block.Column.of(Text.of("archive." + name))).toList();
        return new Block.Table(Text.of("archive." + caption), heads, rows, "", Text.plain(""));
    }

    private static List<Cell> row(Document packed) {
        return List.of(
                Cell.plain(packed.name()),
                Cell.person(packed.by().value()),
                new Cell.Moment(packed.filedAt()),
                Cell.plain(packed.digest()));
    }

    private static List<Cell> row(Item item, VolumeBook book) {
        return List.of(
                new Cell.Number(BigDecimal.valueOf(item.position())),
                Cell.words(book.name(item.kind())),
                Cell.plain(item.name()),
                item.keptUntil().<Cell>map(Cell.Day::new).orElse(Cell.words(Text.of("archive.for-ever"))),
                Cell.plain(item.digest()));
    }
}
