package dev.kontor.console.list;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column that a list can show.
 *
 * @param sort what the list is sorted by there, as its address says it; empty if it is not
 * @param usual whether it is shown to who chose nothing
 */
public record ListColumn<R>(String id, Block.Column column, String sort, boolean usual, Function<R, Cell> cell) {

    /** The first is always shown: it names the row. */
    public static <R> List<ListColumn<R>> shown(List<ListColumn<R>> all, List<String> chosen) {
        List<ListColumn<R>> shown = new ArrayList<>(all.subList(0, 1));
        all.stream()
                .skip(1)
                .filter(each -> chosen.isEmpty() ? each.usual() : chosen.contains(each.id()))
                .forEach(shown::add);
        return shown;
    }

    public static <R> Block.Choice choice(String list, List<ListColumn<R>> all, List<ListColumn<R>> shown) {
        return new Block.Choice(list, all.stream()
                .skip(1)
                .map(each -> new Block.Pick(each.id(), each.column().name(), shown.contains(each)))
                .toList());
    }

    public static <R> List<Cell> cells(List<ListColumn<R>> shown, R row) {
        return shown.stream().map(each -> each.cell().apply(row)).toList();
    }

    /**
     * The heading, which sorts the list by its column and, where it is sorted by it, the other way round.
     *
     * @param sorted what the list is sorted by now
     * @param rising whether it rises
     * @param usually whether a list that is sorted by this column rises unless it is asked to fall
     */
    public Block.Heading heading(Address address, String sorted, boolean rising, boolean usually) {
        if (sort.isEmpty()) {
            return new Block.Heading(column, "", Block.Sorted.NO);
        }
        boolean here = sort.equals(sorted);
        Optional<Boolean> other = here && rising == usually ? Optional.of(!usually) : Optional.empty();
        String href = address.with("sort", sort)
                .with("rising", other.map(up -> up ? "yes" : "no").orElse(""))
                .toString();
        return new Block.Heading(column, href, !here ? Block.Sorted.NO : rising ? Block.Sorted.RISING : Block.Sorted.FALLING);
    }
}
