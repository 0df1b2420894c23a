package dev.kontor.archive.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Block.Column;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the archive's things look, wherever they are shown. */
final class Shown {

    /** The platform's text for a sign-in name. */

    private Shown() {}

    static List<Column> columns(String... names) {
        return Stream.of(names).map(name -> Column.of(Text.of("archive." + name))).toList();
    }

    static Block.Fact fact(String name, Cell value) {
        return new Block.Fact(Text.of("archive." + name), value);
    }

    static Cell link(Volume volume) {
        return Cell.link(Text.plain(volume.code()), "archive/volumes/" + volume.id());
    }

    static Cell order(Volume volume) {
        return Cell.link(Text.plain(volume.order().value()), "orders/" + volume.order());
    }

    /** The order's own volume, or which supplementary one. */
    static Cell part(Volume volume) {
        return Cell.words(volume.part() == 1 ? Text.of("archive.own-volume") : Text.of("archive.supplementary-volume", volume.part() - 1));
    }

    static Cell number(long number) {
        return new Cell.Number(BigDecimal.valueOf(number));
    }

    static Cell kept(Item item, LocalDate today) {
        return item.keptUntil()
                .<Cell>map(until -> until.isBefore(today) && item.destroyedOn().isEmpty()
                        ? new Cell.Many(List.of(new Cell.Day(until), new Cell.Badge(Tone.WARNING, Text.of("archive.over"))))
                        : new Cell.Day(until))
                .orElse(Cell.words(Text.of("archive.for-ever")));
    }

    static Cell destroyed(Optional<LocalDate> on) {
        return on
                .<Cell>map(day -> new Cell.Badge(Tone.NEUTRAL, Text.of("archive.destroyed-on", day)))
                .orElse(new Cell.Badge(Tone.GOOD, Text.of("archive.kept")));
    }
}
