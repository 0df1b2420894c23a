package dev.kontor.archive.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.Document;
import dev.kontor.api.document.DocumentKind;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.rule.Conclusion.Check;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.book.DemandedKind;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.archive.filing.Ending;
import dev.kontor.archive.filing.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archive's part of the order's page: what has been collected for the volume, what is missing and who owes it, the volumes. */
@Component
public final class VolumesTab implements OrderTab {

    static final String ID = "archive-volumes";

    private final VolumeBook book;

    @Activate
    public VolumesTab(@Reference VolumeBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Text title() {
        return Text.of("archive.tab");
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> brief(OrderView file) {
        return file.openTasks(Archive.FILE).isEmpty() || !file.actor().holds(Role.ARCHIVIST)
                ? List.of()
                : List.of(collected(file), unfiled(file));
    }

    /** Departments collect as documents arise: from the moment on which the order is carried out. */
    @Override
    public List<Block> show(OrderView file) {
        List<Volume> volumes = book.of(file.number());
        if (volumes.isEmpty() && Ending.of(file).isEmpty() && !file.milestones().contains(MilestoneName.REVIEW_CLEARED)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                Text.of("archive.volumes"), Shown.columns("code", "part", "filed-at", "filed-by", "documents"),
                volumes.stream().map(this::row).toList(), "", Text.of("archive.volumes-none")));
        blocks.add(collected(file));
        if (!volumes.isEmpty() && !book.unfiled(file.number(), file.documents()).isEmpty()) {
            blocks.add(unfiled(file));
        }
        return blocks;
    }

    private List<Cell> row(Volume volume) {
        return List.of(
                Shown.link(volume), Shown.part(volume), new Cell.Moment(volume.filedAt()), Cell.person(volume.filedBy().value()),
                Shown.number(book.items(volume).size()));
    }

    private Block collected(OrderView file) {
        List<DemandedKind> kinds = book.kinds().stream().filter(DemandedKind::demanded).toList();
        return new Block.Table(
                Text.of("archive.demanded-kinds"), Shown.columns("kind", "owed-by", "belongs-to", "documents", "state"),
                Stream.concat(
                                kinds.stream().map(kind -> row(kind, file)),
                                others(file, kinds).map(check -> row(check, file)))
                        .toList(),
                "", Text.plain(""));
    }

    /** What rule sets of departments demand beside them, as they last said. */
    private static Stream<Check> others(OrderView file, List<DemandedKind> kinds) {
        Set<String> known = kinds.stream().map(kind -> kind.kind().value()).collect(Collectors.toSet());
        return file.decision(Archive.COMPLETENESS).stream()
                .flatMap(latest -> latest.all(Check.class).stream())
                .filter(check -> Missing.kind(check.subject()).isPresent() && !known.contains(check.subject()));
    }

    private List<Cell> row(Check check, OrderView file) {
        DocumentKind kind = new DocumentKind(check.subject());
        return List.of(
                Cell.words(book.name(kind)),
                Cell.words(Missing.owner(kind, book)),
                Cell.plain(""),
                Shown.number(count(kind, file)),
                check.passed() ? there() : missing());
    }

    private List<Cell> row(DemandedKind kind, OrderView file) {
        long count = count(kind.kind(), file);
        boolean exempt = Ending.of(file).filter(how -> how.exempts(kind)).isPresent();
        return List.of(
                Cell.words(book.name(kind.kind())),
                Cell.words(Text.of("role." + kind.role())),
                Cell.words(kind.supplementary() ? Text.of("archive.in-supplement") : Text.of("archive.own-volume")),
                Shown.number(count),
                count > 0 ? there() : exempt ? new Cell.Badge(Tone.NEUTRAL, Text.of("archive.not-owed")) : missing());
    }

    private static long count(DocumentKind kind, OrderView file) {
        return file.documents().stream().filter(document -> document.kind().equals(kind)).count();
    }

    private static Cell there() {
        return new Cell.Badge(Tone.GOOD, Text.of("archive.there"));
    }

    private static Cell missing() {
        return new Cell.Badge(Tone.WARNING, Text.of("archive.missing"));
    }

    private Block unfiled(OrderView file) {
        return new Block.Table(
                Text.of("archive.unfiled"), Shown.columns("kind", "document", "signed-by", "signed-at", "digest"),
                book.unfiled(file.number(), file.documents()).stream().map(this::row).toList(), "", Text.of("archive.unfiled-none"));
    }

    private List<Cell> row(Document document) {
        return List.of(
                Cell.words(book.name(document.kind())),
                Cell.link(Text.plain(document.name()), "document/" + document.id()),
                Cell.person(document.by().value()),
                new Cell.Moment(document.filedAt()),
                Cell.plain(document.digest()));
    }
}
