package dev.kontor.testkit;

import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.tables.DecisionTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks rule sets, and keeps what they were compiled to in the folder that the system property {@code kontor.rules.compiled}
 * names, so that the tests of a build compile each set once; without the property each test does.
 */
final class CompiledRules {

    private static final ShippedSets KEPT = Optional.ofNullable(System.getProperty("kontor.rules.compiled"))
            .map(Path::of)
            .map(ShippedSets::in)
            .orElse(ShippedSets.NONE);

    private CompiledRules() {}

    /** @param others the parameters of other sets, by the set's name */
    static Checked check(RuleSetFiles files, FactTypes types, Function<String, ParameterTable> others) throws IOException {
        return check(files, types, others, KEPT);
    }

    /** @param shipped where what the set compiles to is put */
    static Checked check(RuleSetFiles files, FactTypes types, Function<String, ParameterTable> others, ShippedSets shipped) throws IOException {
        RuleSetCheck check = new RuleSetCheck(types, others, parameter -> false, () -> Optional.of(new DecisionTables()), KEPT);
        Checked checked = check.check(files);
        check.ship(files, shipped);
        return checked;
    }
}
