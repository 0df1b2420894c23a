package dev.kontor.engine;

import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The rule set in the test resources. */
public final class SampleRules {

    public static final FactTypes FACTS = FactTypes.of(SampleRules.class.getClassLoader());
    public static final RuleSetCheck CHECK = new RuleSetCheck(FACTS, set -> ParameterTable.EMPTY);

    private SampleRules() {}

    /** Compiled once for all tests of a process. */
    private static final class Shipped {

        private static final ShippedSets SETS = make();

        private static ShippedSets make() {
            try {
                ShippedSets sets = ShippedSets.in(Path.of("target/shipped"));
                CHECK.check(joint());
                CHECK.ship(joint(), sets);
                return sets;
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /** As a distribution ships it. */
    public static ShippedSets shipped() {
        return Shipped.SETS;
    }

    public static RuleSetFiles joint() {
        try {
            return RuleSetFiles.read("review/joint", Path.of("src/test/resources/rules/review/joint"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
