package dev.kontor.supervision.indicator;

import dev.kontor.api.assessment.Indicator;
import dev.kontor.api.wall.Wall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
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
            new Collection(),
            new OnTime("aftersales.on-time", Set.of("aftersales")),
            new Satisfaction(),
            new OnTime("archive.on-time", Set.of("archive")));

    private final List<Indicator> others = new CopyOnWriteArrayList<>();
    private final Wall wall;

    @Activate
    public Indicators(@Reference Wall wall) {
        this.wall = wall;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bind(Indicator indicator) {
        Indicator guarded = wall.guard(Indicator.class, indicator);
        wall.speaks(guarded);
        others.add(guarded);
    }

    void unbind(Indicator indicator) {
        others.remove(wall.guard(Indicator.class, indicator));
    }

    /** By name; of two that claim one name the regulation's counts. */
    public List<Indicator> all() {
        Map<String, Indicator> byName = new TreeMap<>();
        OWN.forEach(each -> byName.put(each.name(), each));
        others.stream().filter(wall::speaks).forEach(each -> byName.putIfAbsent(each.name(), each));
        return List.copyOf(byName.values());
    }
}
