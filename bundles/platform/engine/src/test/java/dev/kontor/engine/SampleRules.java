package dev.kontor.engine;

import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.cases.RuleSetCheck;
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

    public static RuleSetFiles joint() {
        try {
            return RuleSetFiles.read("review/joint", Path.of("src/test/resources/rules/review/joint"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
