package dev.kontor.kernel.document;

import dev.kontor.kernel.rows.Worker;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Removes contents of destroyed documents: at the start, after each destruction, and now and then what could not be removed. */
@Component(service = DisposalSweep.class, immediate = true)
public final class DisposalSweep {

    private static final long EVERY_MS = 60_000;

    private final Worker worker;

    @Activate
    public DisposalSweep(@Reference DocumentShelf shelf) {
        ContentDisposal disposal = shelf.disposal();
        this.worker = new Worker("kontor-disposal", disposal.bell(), EVERY_MS, disposal::pass);
        disposal.bell().ring();
    }

    @Deactivate
    public void stop() {
        worker.close();
    }
}
