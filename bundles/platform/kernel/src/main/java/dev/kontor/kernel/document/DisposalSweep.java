package dev.kontor.kernel.document;

import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Worker;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Removes contents of destroyed documents: at the start, after each destruction, and now and then what could not be removed;
 * at the start and once a day those that a command left which was not kept.
 */
@Component(service = DisposalSweep.class, immediate = true)
public final class DisposalSweep {

    private static final long EVERY_MS = 60_000;

    private static final long DAY_MS = 24 * 60 * EVERY_MS;

    private final Worker worker;
    private final Worker collector;

    @Activate
    public DisposalSweep(@Reference DocumentShelf shelf) {
        ContentDisposal disposal = shelf.disposal();
        this.worker = new Worker("kontor-disposal", disposal.bell(), EVERY_MS, disposal::pass);
        disposal.bell().ring();
        Bell morning = new Bell();
        this.collector = new Worker("kontor-collector", morning, DAY_MS, disposal::collect);
        morning.ring();
    }

    @Deactivate
    public void stop() {
        collector.close();
        worker.close();
    }
}
