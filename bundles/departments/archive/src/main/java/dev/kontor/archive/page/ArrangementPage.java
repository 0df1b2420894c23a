package dev.kontor.archive.page;

import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.Page;
import dev.kontor.api.page.Query;
import dev.kontor.api.page.View;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.DemandedKind;
import dev.kontor.archive.book.Numbers;
import dev.kontor.archive.book.RecordClass;
import dev.kontor.archive.book.Series;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.pack.PackageKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How the archive is arranged (整理): the kinds of documents that are demanded, the classes and their codes, and every series of
 * numbers with its gaps.
 */
@Component
public final class ArrangementPage implements Page {

    private final VolumeBook book;
    private final Numbers numbers;
    private final PackageKey key;

    @Activate
    public ArrangementPage(@Reference VolumeBook book, @Reference Numbers numbers, @Reference PackageKey key) {
        this.book = book;
        this.numbers = numbers;
        this.key = key;
    }

    @Override
    public String path() {
        return "archive/arrangement";
    }

    @Override
    public Text title() {
        return Text.of("archive.arrangement");
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place("archive", "folders", 40));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ARCHIVIST, Role.LEADERSHIP, Role.SUPERVISOR, Role.AUDITOR);
    }

    @Override
    public View show(Query query) {
        boolean writes = query.reader().holds(Role.ARCHIVIST);
        View view = View.of(title(), numbering(), kinds(writes), classes(writes), packages());
        return writes
                ? view.withAction(new Cell.Link(Text.of("archive.demand-kind"), "do/archive/demand-kind", "plus"))
                        .withAction(new Cell.Link(Text.of("archive.set-class"), "do/archive/set-class", "plus"))
                : view;
    }

    private Block numbering() {
        return new Block.Table(
                Text.of("archive.numbering"),
                Shown.columns("series", "last-number", "volumes", "gaps"),
                numbers.series().stream().map(this::row).toList(),
                "",
                Text.of("archive.numbering-none"));
    }

    private List<Cell> row(Series series) {
        List<Long> gaps = numbers.gaps(series);
        return List.of(
                Cell.plain(series.series()),
                Shown.number(series.last()),
                Shown.number(numbers.given(series)),
                gaps.isEmpty()
                        ? new Cell.Badge(Tone.GOOD, Text.of("archive.no-gaps"))
                        : new Cell.Badge(Tone.BAD, Text.of("archive.has-gaps",
                                gaps.stream().map(String::valueOf).collect(Collectors.joining(", ")))));
    }

    private Block kinds(boolean writes) {
        return new Block.Table(
                Text.of("archive.demanded-kinds"),
                Shown.columns("kind", "owed-by", "belongs-to", "state"),
                book.kinds().stream().map(kind -> row(kind, writes)).toList(),
                "",
                Text.plain(""));
    }

    private List<Cell> row(DemandedKind kind, boolean writes) {
        Text name = book.name(kind.kind());
        return List.of(
                writes ? Cell.link(name, "do/archive/demand-kind?subject=" + kind.kind()) : Cell.words(name),
                Cell.words(Text.of("role." + kind.role())),
                Cell.words(kind.supplementary() ? Text.of("archive.in-supplement") : Text.of("archive.own-volume")),
                kind.demanded()
                        ? new Cell.Badge(Tone.GOOD, Text.of("archive.demanded"))
                        : new Cell.Badge(Tone.NEUTRAL, Text.of("archive.waived")));
    }

    private Block classes(boolean writes) {
        return new Block.Table(
                Text.of("archive.classes"),
                Shown.columns("class", "class-name", "fonds", "office", "volumes"),
                numbers.classes().stream().map(each -> row(each, writes)).toList(),
                "",
                Text.of("archive.classes-none"));
    }

    private static List<Cell> row(RecordClass each, boolean writes) {
        return List.of(
                writes
                        ? Cell.link(Text.plain(each.code()), "do/archive/set-class?subject=" + each.code())
                        : Cell.plain(each.code()),
                Cell.plain(each.name()),
                Cell.plain(each.fonds()),
                Cell.plain(each.office()),
                Shown.number(each.volumes()));
    }

    private Block packages() {
        return new Block.Facts(Text.of("archive.packages"), List.of(Shown.fact("signer",
                key.fingerprint().map(Cell::plain).orElse(Cell.words(Text.of("archive.no-package-yet"))))));
    }
}
