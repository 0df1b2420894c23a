package dev.kontor.engine.compile;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.text.Text;
import dev.kontor.engine.compile.CompiledSet.Place;
import dev.kontor.engine.compile.DrlWords.Kind;
import dev.kontor.engine.set.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.memorycompiler.CompilationProblem;

/** Finds the place in the rule files that an error in generated code is about. */
final class RulePlaces {

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'|Expression (.+?):?$|[Mm]ethod (\\w+)|: (\\S+)$|: (.+)$|\"([^\"]+)\"");
    private static final Pattern RULE_METHOD = Pattern.compile("^\\s*\"[^\"]*\",\\s*\"([^\"]*)\"");

    private record Spot(String file, int line, int column) {}

    private final RuleSetFiles files;

    RulePlaces(RuleSetFiles files) {
        this.files = files;
    }

    /** An error that says no more than what it tripped over. */
    Problem of(RuntimeException broken) {
        String message = RuleCompiler.firstLine(broken.getMessage());
        Spot spot = quoted(message).orElse(new Spot(firstFile(), 0, 0));
        return new Problem(spot.file(), spot.line(), spot.column(), Text.of("engine.compile", message));
    }

    Problem of(KnowledgeBuilderError error) {
        String message = RuleCompiler.firstLine(error.getMessage());
        String file = error.getResource() == null ? "" : String.valueOf(error.getResource().getSourcePath());
        int line = error.getLines() != null && error.getLines().length > 0 ? error.getLines()[0] : 0;
        if (line > 0 && files.files().containsKey(file)) {
            int column = quoted(message).filter(spot -> spot.file().equals(file) && spot.line() == line).map(Spot::column).orElse(1);
            return new Problem(file, line, column, Text.of("engine.compile", message));
        }
        Spot spot = quoted(message).orElse(new Spot(firstFile(), 0, 0));
        return new Problem(spot.file(), spot.line(), spot.column(), Text.of("engine.compile", message));
    }

    Problem of(BytecodeGuard.Violation violation, Set<String> names, Map<String, Place> rules) {
        Optional<Place> rule = names.stream().map(rules::get).filter(Objects::nonNull).findFirst();
        Spot spot = rule.flatMap(place -> word(violation.lookFor(), place))
                .or(() -> rule.map(place -> new Spot(place.file(), place.line(), 1)))
                .orElse(new Spot(firstFile(), 0, 0));
        return new Problem(spot.file(), spot.line(), spot.column(), Text.of(violation.key(), violation.named()));
    }

    /** An error in generated Java: the rule that it was generated from, and in it the text the error is about. */
    Problem of(CompilationProblem error, MemoryFileSystem sources, Collection<String> names, Map<String, Place> rules) {
        String message = RuleCompiler.firstLine(error.getMessage());
        String snippet = snippet(error, sources);
        Optional<String> rule = rule(error.getFileName(), sources, names);
        Optional<Place> place = rule.map(rules::get);
        Optional<Spot> spot = place.flatMap(at -> find(at.file(), snippet, at.line()))
                .or(() -> snippet.isEmpty() ? Optional.empty() : anywhere(snippet))
                .or(() -> quoted(message))
                .or(() -> place.map(at -> new Spot(at.file(), at.line(), 1)));
        Spot at = spot.orElse(new Spot(firstFile(), 0, 0));
        return new Problem(at.file(), at.line(), at.column(), Text.of("engine.compile", message));
    }

    private static String snippet(CompilationProblem error, MemoryFileSystem sources) {
        String generated = text(sources, error.getFileName());
        int from = error.getStartColumn();
        int to = error.getEndColumn();
        return from >= 0 && to >= from && to < generated.length() ? generated.substring(from, to + 1) : "";
    }

    private static String text(MemoryFileSystem sources, String name) {
        try {
            byte[] bytes = sources.getBytes(name);
            return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        } catch (RuntimeException absent) { // the file system's way to say that there is no such file
            return "";
        }
    }

    private static Optional<String> rule(String generated, MemoryFileSystem sources, Collection<String> names) {
        String simple = generated.substring(generated.lastIndexOf('/') + 1).replace(".java", "");
        for (String name : names) {
            for (String part : text(sources, name).split("D\\.rule\\(")) {
                Matcher rule = RULE_METHOD.matcher(part);
                if (part.contains(simple + ".") && rule.find()) {
                    return Optional.of(rule.group(1));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Spot> quoted(String message) {
        List<String> candidates = new ArrayList<>();
        Matcher found = QUOTED.matcher(message);
        while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    candidates.add(found.group(group).strip());
                }
            }
        }
        return candidates.stream().map(this::anywhere).flatMap(Optional::stream).findFirst();
    }

    private Optional<Spot> anywhere(String snippet) {
        return files.paths(".drl").stream().map(file -> find(file, snippet, 1)).flatMap(Optional::stream).findFirst();
    }

    private Optional<Spot> word(String wanted, Place from) {
        return DrlWords.of(files.text(from.file())).stream()
                .filter(word -> word.line() >= from.line() && word.kind() != Kind.TEXT && word.text().equals(wanted))
                .findFirst()
                .map(word -> new Spot(from.file(), word.line(), word.column()));
    }

    private Optional<Spot> find(String file, String snippet, int fromLine) {
        String text = files.text(file);
        int from = 0;
        for (int line = 1; line < fromLine && from >= 0; line++) {
            from = text.indexOf('\n', from) + 1;
        }
        int at = snippet.isEmpty() ? -1 : text.indexOf(snippet, from);
        if (at < 0) {
            return Optional.empty();
        }
        int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return Optional.of(new Spot(file, line, at - text.lastIndexOf('\n', at)));
    }

    private String firstFile() {
        List<String> rules = files.paths(".drl");
        return rules.isEmpty() ? "" : rules.get(0);
    }
}
