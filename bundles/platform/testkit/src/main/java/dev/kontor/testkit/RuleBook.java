package dev.kontor.testkit;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.ConsultationPoint;
import dev.kontor.api.rule.Reason;
import dev.kontor.api.rule.ReasonWords;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.run.Evaluation;
import dev.kontor.engine.run.LinkedSet;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.ReasonTexts;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rule sets of folders, compiled, to be asked in a test as the platform asks them. Fact types come from the class path. */
public final class RuleBook {

    private record Known(SetVersion version, ParameterTable parameters, ReasonTexts texts, CompiledSet compiled, LinkedSet linked) {}

    /** The versions that are active. */
    private final Map<String, Known> sets = new TreeMap<>();
    private final Map<SetVersion, Known> known = new HashMap<>();
    /** The numbers of sets that are not compiled here, as far as rules of others read them. */
    private final Map<String, ParameterTable> others = new HashMap<>();

    private RuleBook() {}

    /** @param sets to compile, {@code review/joint} or an attached one; each stands below one of the folders */
    public static RuleBook of(List<Path> folders, String... sets) {
        RuleBook book = new RuleBook();
        Stream.of(sets).forEach(set -> book.activate(folders, set));
        return book;
    }

    /** Where other versions can be activated without changing what decides here; nothing is compiled again. */
    public RuleBook copy() {
        RuleBook copy = new RuleBook();
        copy.sets.putAll(sets);
        copy.known.putAll(known);
        copy.others.putAll(others);
        return copy;
    }

    /** Another version of a set decides from now on; those before can still be asked. */
    public SetVersion activate(List<Path> folders, String set) {
        int number = sets.containsKey(set) ? sets.get(set).version().number() + 1 : 1;
        Known compiled = compile(folders, set, number);
        sets.put(set, compiled);
        known.put(compiled.version(), compiled);
        return compiled.version();
    }

    private Known compile(List<Path> folders, String set, int number) {
        try {
            RuleSetFiles files = files(folders, set);
            FactTypes types = FactTypes.of(Thread.currentThread().getContextClassLoader());
            RuleSetCheck.Checked checked = CompiledRules.check(files, types, other -> numbers(folders, other));
            CompiledSet compiled =
                    checked.compiled().orElseThrow(() -> new IllegalArgumentException(set + ": " + checked.problems()));
            return new Known(
                    new SetVersion(set, number, files.digest()),
                    ParameterTable.parse(compiled.whole(files), new Problems()),
                    ReasonTexts.parse(compiled.whole(files), new Problems()),
                    compiled,
                    LinkedSet.link(compiled, types));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RuleSetFiles files(List<Path> folders, String set) throws IOException {
        Path folder = folders.stream()
                .map(each -> each.resolve(set))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no rule set %s in %s.".formatted(set, folders)));
        return RuleSetFiles.read(set, folder);
    }

    private ParameterTable numbers(List<Path> folders, String set) {
        return others.computeIfAbsent(set, other -> {
            try {
                return ParameterTable.parse(files(folders, other), new Problems());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** The active ones: the point's own set first, then those attached to it. */
    public List<SetVersion> versions(ConsultationPoint point) {
        String attached = "/" + point.value().replace('/', '.');
        return sets.values().stream()
                .map(Known::version)
                .filter(version -> version.set().equals(point.value()) || version.set().endsWith(attached))
                .sorted((one, other) -> Boolean.compare(other.set().equals(point.value()), one.set().equals(point.value())))
                .toList();
    }

    public Answer ask(ConsultationPoint point, LocalDate day, List<? extends Record> facts) {
        return ask(versions(point), day, facts);
    }

    public Answer ask(List<SetVersion> versions, LocalDate day, List<? extends Record> facts) {
        Evaluation evaluation = new Evaluation(facts);
        for (SetVersion version : versions) {
            Known asked = known.get(version);
            evaluation.ask(asked.linked(), version,
                    asked.linked().parameters(version.set(), asked.parameters(), this::parameters, day));
        }
        return evaluation.answer(List.of());
    }

    public ReasonWords words(Concluded concluded) {
        Reason reason = concluded.conclusion().reason();
        return known.get(concluded.set()).texts().say(reason).orElseThrow(() ->
                new IllegalArgumentException("%s has no words for %s.".formatted(concluded.set().set(), reason.key())));
    }

    private ParameterTable parameters(String set) {
        return sets.containsKey(set) ? sets.get(set).parameters() : others.getOrDefault(set, ParameterTable.EMPTY);
    }
}
