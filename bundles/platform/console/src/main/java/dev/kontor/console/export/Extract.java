package dev.kontor.console.export;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.View;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.console.text.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every row of a page's tables: the first part is there, the following ones are asked for by the addresses that the page
 * itself gives, so that nothing leaves which the page would not show to this reader.
 */
public final class Extract {

    /** What one file takes of one table; more is for a report, not for a list. */
    public static final int MOST_ROWS = 20_000;

    private final Texts texts;
    private final Formats formats;
    private final View first;
    private final Function<String, View> part;

    /** @param part shows the page at an address that {@code next} gave */
    public Extract(Texts texts, Formats formats, View first, Function<String, View> part) {
        this.texts = texts;
        this.formats = formats;
        this.first = first;
        this.part = part;
    }

    /** Whether there is a table at all. */
    public static boolean possible(View view) {
        return !Table.of(view).isEmpty();
    }

    /** Whether there is a list that is sorted by its headings, such as a report's. */
    public static boolean lists(View view) {
        return view.blocks().stream().anyMatch(Block.Listing.class::isInstance);
    }

    public void write(Format format, OutputStream out) throws IOException {
        List<Table> tables = Table.of(first);
        try (Book book = format.open(out)) {
            for (int place = 0; place < tables.size(); place++) {
                write(book, tables.get(place), place);
            }
        }
    }

    private void write(Book book, Table table, int place) throws IOException {
        Columns columns = new Columns(texts, formats, table);
        String name = say(table.caption());
        book.table(name.isBlank() ? say(first.title()) : name, columns.headings(table));
        int left = MOST_ROWS;
        Optional<Table> here = Optional.of(table);
        while (here.isPresent()) {
            for (var row : here.get().rows()) {
                if (left-- == 0) {
                    book.row(List.of(new Value.Words(say(Text.of("console.export.cut", MOST_ROWS)))));
                    return;
                }
                book.row(columns.values(row));
            }
            String next = here.get().next();
            here = next.isEmpty() ? Optional.empty() : Table.at(Table.of(part.apply(next)), place);
        }
    }

    private String say(Text text) {
        return texts.say(text, formats.language());
    }
}
