package dev.kontor.console.export;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.View;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A block that can be carried out as rows.
 *
 * @param next address of the following part; empty on the last
 */
record Table(Text caption, List<Text> headings, List<List<Cell>> rows, String next) {

    /** Those of a page, in their order, also those that are folded away. */
    static List<Table> of(View view) {
        return view.blocks().stream().flatMap(Table::of).toList();
    }

    private static Stream<Table> of(Block block) {
        if (block instanceof Block.Section section) {
            return section.blocks().stream().flatMap(Table::of);
        } else if (block instanceof Block.Table table) {
            return Stream.of(new Table(
                    table.caption(), table.columns().stream().map(Block.Column::name).toList(), table.rows(), table.next()));
        } else if (block instanceof Block.Listing listing) {
            return Stream.of(new Table(
                    listing.caption(),
                    listing.headings().stream().map(heading -> heading.column().name()).toList(),
                    listing.groups().stream().flatMap(group -> group.rows().stream()).map(Block.Row::cells).toList(),
                    listing.next()));
        } else if (block instanceof Block.Timeline timeline) {
            return Stream.of(timeline(timeline));
        }
        return Stream.empty();
    }

    private static Table timeline(Block.Timeline timeline) {
        List<Text> headings = List.of(
                Text.of("console.when"), Text.of("console.by"), Text.of("console.what"), Text.of("console.export.details"));
        List<List<Cell>> rows = timeline.events().stream()
                .map(event -> List.of(
                        new Cell.Moment(event.at()), Cell.words(event.who()), Cell.words(event.what()),
                        new Cell.Many(Stream.concat(event.details().stream(), event.altered().stream().map(Table::altered)).toList())))
                .toList();
        return new Table(timeline.heading(), headings, rows, timeline.next());
    }

    private static Cell altered(Block.Altered field) {
        return Cell.words(Text.of("console.export.altered", field.field(), field.before(), field.after()));
    }

    /** The same table in the following part of its page. */
    static Optional<Table> at(List<Table> tables, int place) {
        return place < tables.size() ? Optional.of(tables.get(place)) : Optional.empty();
    }
}
