package dev.kontor.aftersales.warranty;

import dev.kontor.aftersales.facts.WarrantyEnd;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.rule.FactSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** When the warranty of the contract ends, for whoever decides about its money. */
@Component
public final class WarrantyFacts implements FactSource {

    private final Warranties warranties;

    @Activate
    public WarrantyFacts(@Reference Warranties warranties) {
        this.warranties = warranties;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(WarrantyEnd.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return warranties.span(file).stream()
                .flatMap(span -> warranties.lastDay(file, Optional.empty()).stream()
                        .map(day -> new WarrantyEnd(day.toString(), span.months(), span.fromArrival())))
                .toList();
    }
}
