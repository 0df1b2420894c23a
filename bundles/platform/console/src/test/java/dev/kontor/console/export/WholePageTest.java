package dev.kontor.console.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.View;
import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page that is laid out on paper has every row of its lists")
final class WholePageTest {

    private static final int PART = 200;

    private static View page(Block... blocks) {
        return View.of(Text.plain("Volumes"), blocks);
    }

    private static Block.Table table(int from, int rows, String next) {
        return new Block.Table(
                Text.plain("Table"), List.of(Block.Column.of(Text.plain("Code"))),
                IntStream.range(from, from + rows).mapToObj(row -> List.<Cell>of(Cell.plain("" + row))).toList(), next, Text.plain(""));
    }

    private static Block.Listing listing(String next, Block.Group... groups) {
        return new Block.Listing(Text.plain("List"), List.of(), List.of(groups), next, Text.plain(""), Optional.empty(), Optional.empty());
    }

    private static Block.Group group(String heading, String... rows) {
        return new Block.Group(Text.plain(heading),
                List.of(rows).stream().map(row -> new Block.Row("", Text.plain(row), List.of(Cell.plain(row)))).toList());
    }

    /** So many rows in parts of 200; the address says where each begins. */
    private static Function<String, View> parts(int rows) {
        return next -> {
            int from = Integer.parseInt(next);
            int end = Math.min(rows, from + PART);
            return page(table(0, 1, ""), new Block.Section(Text.plain("Folded"), List.of(table(from, end - from, end < rows ? "" + end : "")), false));
        };
    }

    private static View whole(int rows) {
        return WholePage.of(parts(rows).apply("0"), parts(rows));
    }

    private static List<Block> folded(View whole) {
        return ((Block.Section) whole.blocks().get(1)).blocks();
    }

    @Test
    void theRowBehindTheFirstPartIsThereToo() {
        List<Block> folded = folded(whole(PART + 1));

        assertThat(folded).singleElement().isInstanceOfSatisfying(Block.Table.class, table -> {
            assertThat(table.rows()).hasSize(PART + 1).doesNotHaveDuplicates();
            assertThat(table.next()).isEmpty();
        });
    }

    @Test
    void aListThatIsJustAsLongAsPaperTakesIsWholeAndOneRowMoreIsSaidToBeLeftOut() {
        assertThat(folded(whole(WholePage.MOST_ROWS))).hasSize(1);

        List<Block> cut = folded(whole(WholePage.MOST_ROWS + 1));
        assertThat(((Block.Table) cut.get(0)).rows()).hasSize(WholePage.MOST_ROWS);
        assertThat(cut.get(1)).isEqualTo(new Block.Note(Cell.Tone.WARNING, Text.of("console.export.cut", WholePage.MOST_ROWS)));
    }

    @Test
    void aGroupThatGoesOnInTheNextPartIsOne() {
        View whole = WholePage.of(
                page(listing("2", group("Late", "a"), group("Today", "b"))), next -> page(listing("", group("Today", "c"), group("Later", "d"))));

        assertThat(whole.blocks()).singleElement().isEqualTo(listing("", group("Late", "a"), group("Today", "b", "c"), group("Later", "d")));
    }

    @Test
    void aPartThatHasNoSuchListAnyMoreEndsIt() {
        assertThat(WholePage.of(page(table(0, 2, "2")), next -> page()).blocks()).containsExactly(table(0, 2, ""));
    }
}
