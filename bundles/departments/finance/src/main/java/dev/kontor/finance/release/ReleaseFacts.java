package dev.kontor.finance.release;

import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.rule.FactSource;
import dev.kontor.finance.facts.ReleaseGiven;
import java.util.Collection;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The releases of the order that a second person confirmed. */
@Component
public final class ReleaseFacts implements FactSource {

    private final Releases releases;

    @Activate
    public ReleaseFacts(@Reference Releases releases) {
        this.releases = releases;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(ReleaseGiven.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return releases.of(file.number()).stream()
                .filter(Release::isConfirmed)
                .map(release -> releases.given(file, release))
                .toList();
    }
}
