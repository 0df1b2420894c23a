package dev.kontor.aftersales.service;

import dev.kontor.aftersales.facts.OpenCase;
import dev.kontor.api.desk.OrderFile;
import dev.kontor.api.rule.FactSource;
import java.util.Collection;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The order's cases that are not resolved, for whoever decides about its money. */
@Component
public final class CaseFacts implements FactSource {

    private final Cases cases;

    @Activate
    public CaseFacts(@Reference Cases cases) {
        this.cases = cases;
    }

    @Override
    public Set<Class<? extends Record>> types() {
        return Set.of(OpenCase.class);
    }

    @Override
    public Collection<? extends Record> about(OrderFile file) {
        return cases.of(file.number()).stream()
                .filter(ServiceCase::isOpen)
                .map(each -> new OpenCase(each.number(), each.serial(), each.like(), each.inWarranty(), each.askedOn().toString()))
                .toList();
    }
}
