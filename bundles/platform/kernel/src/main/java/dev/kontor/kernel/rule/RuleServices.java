package dev.kontor.kernel.rule;

import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.RuleSets;
import dev.kontor.api.rule.SetVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The rule engine, while it runs. */
@Component(service = RuleServices.class)
public final class RuleServices {

    private volatile RuleEngine engine;
    private volatile RuleSets sets;
    private final Set<String> attached = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindEngine(RuleEngine running) {
        engine = running;
    }

    public void unbindEngine(RuleEngine gone) {
        if (engine == gone) {
            engine = null;
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindSets(RuleSets running) {
        sets = running;
    }

    public void unbindSets(RuleSets gone) {
        if (sets == gone) {
            sets = null;
        }
    }

    public Optional<RuleEngine> engine() {
        return Optional.ofNullable(engine);
    }

    /** Whether there is a rule set of this name, deciding or not. */
    public boolean known(String set) {
        RuleSets running = sets;
        return running != null && running.set(set).isPresent();
    }

    /** Remembers attached sets that took part, for the roster. */
    public void saw(List<SetVersion> versions) {
        versions.stream().map(SetVersion::set).filter(set -> set.contains(".")).forEach(attached::add);
    }

    /** The attached sets that took part since the platform started. */
    public Set<String> attached() {
        return Set.copyOf(attached);
    }
}
