package dev.kontor.testkit;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Checks a folder of rule sets as the platform does before it activates one: words, shape, bytecode, and every case of
 * every set. Fact types come from the class path.
 */
public final class RuleCheck {

    private final Map<String, RuleSetFiles> sets;

    private RuleCheck(Map<String, RuleSetFiles> sets) {
        this.sets = sets;
    }

    /** @param rules the folder that holds {@code <department>/<set>/} */
    public static RuleCheck of(Path rules) {
        Map<String, RuleSetFiles> sets = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(rules, 2)) {
            for (Path folder : walk.filter(Files::isDirectory).filter(path -> rules.relativize(path).getNameCount() == 2).toList()) {
                String set = rules.relativize(folder).toString().replace('\\', '/');
                RuleSetFiles files = RuleSetFiles.read(set, folder);
                if (!files.isBare()) {
                    sets.put(set, files);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new RuleCheck(sets);
    }

    /** The sets of the folder, by name. */
    public List<String> sets() {
        return List.copyOf(sets.keySet());
    }

    /** What is wrong with a set, one line each with file, line and column; empty when it may be activated. */
    public List<String> problems(String set) {
        try {
            return problems(set, CompiledRules.check(sets.get(set), types(), this::parameters));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /**
     * Writes what the sets are compiled to, as a distribution ships it.
     *
     * @param folder what is there already stays
     * @throws IllegalStateException when a set may not be activated; its message says why
     */
    public void ship(Path folder) throws IOException {
        for (String set : sets.keySet()) {
            Checked checked = CompiledRules.check(sets.get(set), types(), this::parameters, ShippedSets.in(folder));
            if (checked.compiled().isEmpty()) {
                throw new IllegalStateException(String.join("\n", problems(set, checked)));
            }
        }
    }

    private static FactTypes types() {
        return FactTypes.of(Thread.currentThread().getContextClassLoader());
    }

    private static List<String> problems(String set, Checked checked) {
        return checked.problems().stream().map(problem -> words(set, problem)).toList();
    }

    private ParameterTable parameters(String set) {
        RuleSetFiles files = sets.get(set);
        return files == null ? ParameterTable.EMPTY : ParameterTable.parse(files, new Problems());
    }

    private static String words(String set, Problem problem) {
        return set + "/" + Problems.words(problem);
    }
}
