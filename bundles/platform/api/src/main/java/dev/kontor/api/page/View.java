package dev.kontor.api.page;

import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page shows.
 *
 * @param above a short line over the title; may be plain and empty
 * @param actions links shown as buttons beside the title
 * @param live kinds of notices after which open browsers fetch the page again
 */
public record View(Text title, Text above, List<Cell.Link> actions, List<Block> blocks, List<String> live) {

    public View {
        actions = List.copyOf(actions);
        blocks = List.copyOf(blocks);
        live = List.copyOf(live);
    }

    public static View of(Text title, Block... blocks) {
        return new View(title, Text.plain(""), List.of(), List.of(blocks), List.of());
    }

    public View withAbove(Text words) {
        return new View(title, words, actions, blocks, live);
    }

    public View withAction(Cell.Link link) {
        List<Cell.Link> more = new ArrayList<>(actions);
        more.add(link);
        return new View(title, above, more, blocks, live);
    }

    public View refreshedBy(String... kinds) {
        return new View(title, above, actions, blocks, List.of(kinds));
    }
}
