package dev.kontor.demo;

import dev.kontor.api.desk.Desk;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the demo company's people read on their pages, and where it leads them. */
final class Screens {

    private final Desk desk;
    private final Staff staff;
    private final Supplier<List<Page>> pages;

    Screens(Desk desk, Staff staff, Supplier<List<Page>> pages) {
        this.desk = desk;
        this.staff = staff;
        this.pages = pages;
    }

    View open(String person, String path) {
        Page page = pages.get().stream()
                .filter(each -> path.equals(each.path()) || path.startsWith(each.path() + "/"))
                .max(Comparator.comparingInt(each -> each.path().length()))
                .orElseThrow(() -> new IllegalStateException("There is no page %s.".formatted(path)));
        List<String> tail = Arrays.stream(path.substring(page.path().length()).split("/")).filter(part -> !part.isEmpty()).toList();
        return desk.read(() -> page.show(new Query(staff.person(person), tail, Map.of())));
    }

    /** What stands in the tables of a page behind links that begin so, once each and as they stand there. */
    List<String> behind(String person, String path, String beginning) {
        return open(person, path).blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(block -> ((Block.Table) block).rows().stream())
                .flatMap(List::stream)
                .flatMap(Screens::links)
                .filter(href -> href.startsWith(beginning))
                .map(href -> href.substring(beginning.length()))
                .distinct()
                .toList();
    }

    private static Stream<String> links(Cell cell) {
        if (cell instanceof Cell.Many many) {
            return many.cells().stream().flatMap(Screens::links);
        }
        return cell instanceof Cell.Link link ? Stream.of(link.href()) : Stream.empty();
    }
}
