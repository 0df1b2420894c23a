package dev.kontor.archive.filing;

import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.paper.Paper;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A volume's catalogue (归档文件目录) as a paper. */
public final class CataloguePaper {

    private CataloguePaper() {}

    /** @param names of kinds of documents */
    public static Paper of(Volume volume, List<Item> items, Function<DocumentKind, Text> names) {
        Block head = new Block.Facts(Text.plain(""), List.of(
                fact("archive.code", Cell.plain(volume.code())),
                fact("archive.order", Cell.plain(volume.order().value())),
                fact("archive.contract", Cell.plain(volume.contract())),
                fact("archive.customer", Cell.plain(volume.customerName())),
                fact("archive.filed-by", Cell.person(volume.filedBy().value())),
                fact("archive.filed-at", new Cell.Moment(volume.filedAt()))));
        return new Paper(
                "catalogue-" + volume.code().replace('·', '-'), Text.of("archive.catalogue-paper"), volume.code(),
                List.of(head, table(items, names)), List.of(Text.of("role.archive.archivist")));
    }

    private static Block.Fact fact(String key, Cell value) {
        return new Block.Fact(Text.of(key), value);
    }

    private static Block table(List<Item> items, Function<DocumentKind, Text> names) {
        return new Block.Table(
                Text.of("archive.items"),
                Stream.of("position", "kind", "document", "signed-by", "signed-at", "pages", "digest")
                        .map(name -> Block.Column.of(Text.of("archive." + name)))
                        .toList(),
                items.stream().map(item -> row(item, names)).toList(),
                "",
                Text.plain(""));
    }

    private static List<Cell> row(Item item, Function<DocumentKind, Text> names) {
        return List.of(
                new Cell.Number(BigDecimal.valueOf(item.position())),
                Cell.words(names.apply(item.kind())),
                Cell.plain(item.name()),
                Cell.person(item.signedBy().value()),
                new Cell.Moment(item.signedAt()),
                pages(item),
                Cell.plain(item.digest()));
    }

    /** Nobody has to count the pages of a file. */
    public static Cell pages(Item item) {
        return item.pages() == 0 ? Cell.plain("") : new Cell.Number(BigDecimal.valueOf(item.pages()));
    }
}
