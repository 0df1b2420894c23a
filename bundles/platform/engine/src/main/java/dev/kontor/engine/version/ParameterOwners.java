package dev.kontor.engine.version;

import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.set.ParameterTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whose parameters one question reads by qualified name: those of the sets that are asked with it, else others'. */
final class ParameterOwners {

    private final List<DecidingSet> asked;
    private final Function<String, Optional<DecidingSet>> others;
    private final List<SetVersion> read = new ArrayList<>();

    ParameterOwners(List<DecidingSet> asked, Function<String, Optional<DecidingSet>> others) {
        this.asked = asked;
        this.others = others;
    }

    /** @throws CannotDecide when the set has no version */
    ParameterTable of(String set) {
        return named(asked.stream(), set).orElseGet(() -> other(set)).parameters();
    }

    private static Optional<DecidingSet> named(Stream<DecidingSet> sets, String name) {
        return sets.filter(each -> each.version().set().equals(name)).findFirst();
    }

    private DecidingSet other(String set) {
        DecidingSet owner = others.apply(set).orElseThrow(() ->
                new CannotDecide("The rule set %s, whose parameters are read, has no version.".formatted(set)));
        if (!read.contains(owner.version())) {
            read.add(owner.version());
        }
        return owner;
    }

    /** Those that were read and not asked. */
    List<SetVersion> read() {
        return List.copyOf(read);
    }
}
