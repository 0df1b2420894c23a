package dev.kontor.production.quality.page;

import dev.kontor.api.machine.Machine;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.MachinePart;
import dev.kontor.api.people.Person;
import dev.kontor.api.people.Role;
import dev.kontor.production.quality.Quality;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quality's part of a machine's file (一机一档, R-5.14). */
@Component
public final class QualityPart implements MachinePart {

    private final QualityBlocks blocks;

    @Activate
    public QualityPart(@Reference QualityBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public Set<Role> roles() {
        return Set.of();
    }

    @Override
    public List<Block> show(Machine machine, Person reader) {
        return blocks.of(machine.serial());
    }
}
