package dev.kontor.archive.page;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.MachinePart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.api.text.Text;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a machine's papers are: the volumes of its order. */
@Component
public final class VolumePart implements MachinePart {

    private final VolumeBook book;

    @Activate
    public VolumePart(@Reference VolumeBook book) {
        this.book = book;
    }

    @Override
    public int position() {
        return 90;
    }

    @Override
    public Set<Role> roles() {
        return VolumePage.READERS;
    }

    @Override
    public List<Block> show(Machine machine, Person reader) {
        List<Volume> volumes = book.of(machine.order());
        return volumes.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        Text.of("archive.volumes"), Shown.columns("code", "part", "filed-at"),
                        volumes.stream().map(VolumePart::row).toList(), "", Text.plain("")));
    }

    private static List<Cell> row(Volume volume) {
        return List.of(Shown.link(volume), Shown.part(volume), new Cell.Moment(volume.filedAt()));
    }
}
