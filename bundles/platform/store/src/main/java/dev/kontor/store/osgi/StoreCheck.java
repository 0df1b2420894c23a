package dev.kontor.store.osgi;

import dev.kontor.api.health.ReadyCheck;
import dev.kontor.api.text.Text;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Ready when there is a database and every unit of a bundle that runs is open. */
@Component
public final class StoreCheck implements ReadyCheck {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Units units;

    @Override
    public String name() {
        return "store";
    }

    @Override
    public Optional<Text> missing() {
        Units known = units;
        return known == null ? Optional.of(Text.of("store.no-database")) : known.missing();
    }
}
