package dev.kontor.kernel.document;

import dev.kontor.kernel.rows.Bell;
import dev.kontor.kernel.rows.Worker;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Removes contents of destroyed documents: at the start, after each destruction, and now and then what could not be removed;
 * at the start and once a day those that a command left which was not kept, and uploads that were never filed.
 */
@Component(service = DisposalSweep.class, configurationPid = "dev.kontor.kernel.documents", immediate = true)
@Designate(ocd = DisposalSweep.Settings.class)
public final class DisposalSweep {

    /** PID {@code dev.kontor.kernel.documents}. */
    @ObjectClassDefinition(name = "Documents")
    public @interface Settings {

        @AttributeDefinition(description = "Days for which a file that came with a form may wait to be filed; then it is let go of.")
        int unfiled_days() default 90;
    }

    private static final long EVERY_MS = 60_000;

    private static final long DAY_MS = 24 * 60 * EVERY_MS;

    private final Worker worker;
    private final Worker collector;

    @Activate
    public DisposalSweep(Settings settings, @Reference DocumentShelf shelf) {
        ContentDisposal disposal = shelf.disposal();
        this.worker = new Worker("kontor-disposal", disposal.bell(), EVERY_MS, disposal::pass);
        disposal.bell().ring();
        Duration unfiled = Duration.ofDays(settings.unfiled_days());
        Bell morning = new Bell();
        this.collector = new Worker("kontor-collector", morning, DAY_MS, () -> disposal.collect(unfiled));
        morning.ring();
    }

    @Deactivate
    public void stop() {
        collector.close();
        worker.close();
    }
}
