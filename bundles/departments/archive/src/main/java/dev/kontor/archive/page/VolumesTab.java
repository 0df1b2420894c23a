package dev.kontor.archive.page;

import dev.kontor.api.desk.OrderView;
import dev.kontor.api.document.Document;
import dev.kontor.api.order.MilestoneName;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.page.OrderTab;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.Archive;
import dev.kontor.archive.book.DemandedKind;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        if (volumes.isEmpty() && !file.milestones().contains(MilestoneName.REVIEW_CLEARED)) {
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
        List<Document> documents = file.documents();
        return new Block.Table(
                Text.of("archive.demanded-kinds"), Shown.columns("kind", "owed-by", "belongs-to", "documents", "state"),
                book.kinds().stream().filter(DemandedKind::demanded).map(kind -> row(kind, documents)).toList(),
                "", Text.plain(""));
    }

    private static List<Cell> row(DemandedKind kind, List<Document> documents) {
        long count = documents.stream().filter(document -> document.kind().equals(kind.kind())).count();
        return List.of(
                Cell.words(Text.of("document." + kind.kind())),
                Cell.words(Text.of("role." + kind.role())),
                Cell.words(kind.supplementary() ? Text.of("archive.in-supplement") : Text.of("archive.own-volume")),
                Shown.number(count),
                count > 0
                        ? new Cell.Badge(Tone.GOOD, Text.of("archive.there"))
                        : new Cell.Badge(Tone.WARNING, Text.of("archive.missing")));
    }

    private Block unfiled(OrderView file) {
        return new Block.Table(
                Text.of("archive.unfiled"), Shown.columns("kind", "document", "signed-by", "signed-at", "digest"),
                book.unfiled(file.number(), file.documents()).stream().map(VolumesTab::row).toList(), "", Text.of("archive.unfiled-none"));
    }

    private static List<Cell> row(Document document) {
        return List.of(
                Cell.words(Text.of("document." + document.kind())),
                Cell.link(Text.plain(document.name()), "document/" + document.id()),
                Cell.person(document.by().value()),
                new Cell.Moment(document.filedAt()),
                Cell.plain(document.digest()));
    }
}
