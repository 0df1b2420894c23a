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
import dev.kontor.tables.DecisionTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rule sets of folders, compiled, to be asked in a test as the platform asks them. Fact types come from the class path. */
public final class RuleBook {

    private record Known(RuleSetFiles files, ParameterTable parameters, ReasonTexts texts, CompiledSet compiled, LinkedSet linked) {}

    private final Map<String, Known> sets = new TreeMap<>();

    private RuleBook() {}

    /** @param sets to compile, {@code review/joint} or an attached one; each stands below one of the folders */
    public static RuleBook of(List<Path> folders, String... sets) {
        RuleBook book = new RuleBook();
        Stream.of(sets).forEach(set -> book.sets.put(set, compile(folders, set)));
        return book;
    }

    private static Known compile(List<Path> folders, String set) {
        try {
            Path folder = folders.stream()
                    .map(each -> each.resolve(set))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no rule set %s in %s.".formatted(set, folders)));
            RuleSetFiles files = RuleSetFiles.read(set, folder);
            FactTypes types = FactTypes.of(Thread.currentThread().getContextClassLoader());
            RuleSetCheck.Checked checked = new RuleSetCheck(
                    types, other -> ParameterTable.EMPTY, parameter -> false, () -> Optional.of(new DecisionTables())).check(files);
            CompiledSet compiled =
                    checked.compiled().orElseThrow(() -> new IllegalArgumentException(set + ": " + checked.problems()));
            return new Known(
                    files,
                    ParameterTable.parse(compiled.whole(files), new Problems()),
                    ReasonTexts.parse(compiled.whole(files), new Problems()),
                    compiled,
                    LinkedSet.link(compiled, types));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The point's own set first, then those attached to it. */
    public List<SetVersion> versions(ConsultationPoint point) {
        String attached = "/" + point.value().replace('/', '.');
        return sets.values().stream()
                .map(Known::files)
                .filter(files -> files.set().equals(point.value()) || files.set().endsWith(attached))
                .sorted((one, other) -> Boolean.compare(other.set().equals(point.value()), one.set().equals(point.value())))
                .map(files -> new SetVersion(files.set(), 1, files.digest()))
                .toList();
    }

    public Answer ask(ConsultationPoint point, LocalDate day, List<? extends Record> facts) {
        Evaluation evaluation = new Evaluation(facts);
        for (SetVersion version : versions(point)) {
            Known known = sets.get(version.set());
            evaluation.ask(known.linked(), version,
                    known.linked().parameters(version.set(), known.parameters(), this::parameters, day));
        }
        return evaluation.answer(List.of());
    }

    ReasonWords words(Concluded concluded) {
        Reason reason = concluded.conclusion().reason();
        return sets.get(concluded.set().set()).texts().say(reason).orElseThrow(() ->
                new IllegalArgumentException("%s has no words for %s.".formatted(concluded.set().set(), reason.key())));
    }

    private ParameterTable parameters(String set) {
        return sets.containsKey(set) ? sets.get(set).parameters() : ParameterTable.EMPTY;
    }
}
