package dev.kontor.production.quality;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.production.plan.AfterRelease;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Machines of which a plan was released are to be presented, as far as something has come for them already. */
@Component
public final class PresentReleased implements AfterRelease {

    private final Quality quality;

    @Activate
    public PresentReleased(@Reference Quality quality) {
        this.quality = quality;
    }

    @Override
    public void released(OrderFile file) {
        quality.ask(file);
    }
}
