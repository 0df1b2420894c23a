package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Indicator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The indicators there are: those of the regulation, and those that other bundles bring. */
@Component(service = Indicators.class)
public final class Indicators {

    private static final List<Indicator> OWN = List.of(
            new OnTime("entry.on-time", Set.of("entry")),
            new EntryAccuracy(),
            new OnTime("review.on-time", Set.of("review", "contract", "legal")),
            new OnTime("production.on-time", Set.of("production")),
            new FinalInspection(),
            new OnTime("logistics.on-time", Set.of("logistics")),
            new DeliveryOnTime(),
            new OnTime("finance.on-time", Set.of("finance")),
            new OnTime("aftersales.on-time", Set.of("aftersales")),
            new Satisfaction(),
            new OnTime("archive.on-time", Set.of("archive")));

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<Indicator> others = List.of();

    /** By name; of two that claim one name the regulation's counts. */
    public List<Indicator> all() {
        Map<String, Indicator> byName = new TreeMap<>();
        OWN.forEach(each -> byName.put(each.name(), each));
        others.forEach(each -> byName.putIfAbsent(each.name(), each));
        return List.copyOf(byName.values());
    }
}
