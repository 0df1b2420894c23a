package dev.kontor.console.export;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.View;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A page whose tables and lists are whole, for paper: the following parts are asked for by the addresses that the page itself
 * gives. What is longer than paper takes says so behind its last row.
 */
public final class WholePage {

    /** What is laid out of one table; more is for a file of rows. */
    public static final int MOST_ROWS = 2_000;

    private final Function<String, View> part;
    /** How many tables and lists came before, with which a part's are matched. */
    private int place;

    private WholePage(Function<String, View> part) {
        this.part = part;
    }

    /** @param part shows the page at an address that {@code next} gave */
    public static View of(View first, Function<String, View> part) {
        return new View(first.title(), first.above(), first.actions(), new WholePage(part).whole(first.blocks()), first.live());
    }

    private List<Block> whole(List<Block> blocks) {
        return blocks.stream().flatMap(this::whole).toList();
    }

    private Stream<Block> whole(Block block) {
        if (block instanceof Block.Section section) {
            return Stream.of(new Block.Section(section.heading(), whole(section.blocks()), section.open()));
        } else if (block instanceof Block.Table table) {
            Gathered<List<Cell>> rows = gather(Block.Table.class, table, Block.Table::next, Block.Table::rows, row -> 1);
            return rows.ended(new Block.Table(table.caption(), table.columns(), rows.items(), "", table.empty()));
        } else if (block instanceof Block.Listing listing) {
            Gathered<Block.Group> groups = gather(Block.Listing.class, listing, Block.Listing::next, Block.Listing::groups, group -> group.rows().size());
            return groups.ended(new Block.Listing(listing.caption(), listing.headings(), joined(groups.items()), "", listing.empty(),
                    listing.work(), listing.columns()));
        } else if (block instanceof Block.Timeline timeline) {
            Gathered<Block.Event> events = gather(Block.Timeline.class, timeline, Block.Timeline::next, Block.Timeline::events, event -> 1);
            return events.ended(new Block.Timeline(timeline.heading(), events.items(), ""));
        }
        return Stream.of(block);
    }

    /** @param cut whether there is more than was taken */
    private record Gathered<T>(List<T> items, boolean cut) {

        Stream<Block> ended(Block whole) {
            return cut ? Stream.of(whole, new Block.Note(Cell.Tone.WARNING, Text.of("console.export.cut", MOST_ROWS))) : Stream.of(whole);
        }
    }

    private <B extends Block, T> Gathered<T> gather(
            Class<B> kind, B first, Function<B, String> next, Function<B, List<T>> items, ToIntFunction<T> rows) {
        int at = place++;
        List<T> all = new ArrayList<>(items.apply(first));
        Optional<B> here = following(next.apply(first), at, kind);
        while (here.isPresent() && all.stream().mapToInt(rows).sum() < MOST_ROWS) {
            all.addAll(items.apply(here.get()));
            here = following(next.apply(here.get()), at, kind);
        }
        return new Gathered<>(all, here.isPresent());
    }

    /** The same table or list in the following part of the page, if there is one. */
    private <B extends Block> Optional<B> following(String next, int at, Class<B> kind) {
        return next.isEmpty()
                ? Optional.empty()
                : part.apply(next).blocks().stream().flatMap(WholePage::flat).skip(at).findFirst()
                        .filter(kind::isInstance)
                        .map(kind::cast);
    }

    /** A group that goes on in the following part is one. */
    private static List<Block.Group> joined(List<Block.Group> parts) {
        List<Block.Group> groups = new ArrayList<>();
        for (Block.Group part : parts) {
            int last = groups.size() - 1;
            if (last < 0 || !groups.get(last).heading().equals(part.heading())) {
                groups.add(part);
            } else {
                List<Block.Row> rows = Stream.of(groups.get(last), part).flatMap(each -> each.rows().stream()).toList();
                groups.set(last, new Block.Group(part.heading(), rows));
            }
        }
        return groups;
    }

    private static Stream<Block> flat(Block block) {
        if (block instanceof Block.Section section) {
            return section.blocks().stream().flatMap(WholePage::flat);
        }
        boolean inParts = block instanceof Block.Table || block instanceof Block.Listing || block instanceof Block.Timeline;
        return inParts ? Stream.of(block) : Stream.empty();
    }
}
