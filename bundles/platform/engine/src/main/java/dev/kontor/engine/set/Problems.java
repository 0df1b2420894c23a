package dev.kontor.engine.set;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.rule.RuleSets.Severity;
import dev.kontor.api.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a candidate. Not thread-safe. */
public final class Problems {

    /** More than anybody repairs in one go. */
    private static final int MOST = 100;

    /** They are told and refuse nothing. */
    private static final Set<String> WARNINGS = Set.of("engine.parameter-unread", "engine.text-unused");

    /** The place in a table before the words of another problem. */
    static final String IN_CELL = "engine.in-cell";

    private final LinkedHashSet<Problem> found = new LinkedHashSet<>();

    public void at(String file, int line, int column, String key, Object... arguments) {
        if (found.size() < MOST) {
            found.add(of(file, Math.max(0, line), Math.max(0, column), Text.of(key, arguments)));
        }
    }

    /** As severe as its words are. */
    public static Problem of(String file, int line, int column, Text message) {
        Problem found = new Problem(file, line, column, message);
        return WARNINGS.contains(key(found)) ? new Problem(file, line, column, message, Severity.WARNING) : found;
    }

    /** What a problem is known by, wherever it was found. */
    public static String key(Problem problem) {
        Text message = problem.message();
        return message.key().equals(IN_CELL) && message.arguments().size() == 2 && message.arguments().get(1) instanceof Text words
                ? words.key()
                : message.key();
    }

    public void in(String file, String key, Object... arguments) {
        at(file, 0, 0, key, arguments);
    }

    public void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    /** Whether nothing refuses. */
    public boolean none() {
        return all(Severity.ERROR).isEmpty();
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    public List<Problem> all(Severity severity) {
        return found.stream().filter(problem -> problem.severity() == severity).toList();
    }

    /** For a log line or a failing test. */
    public static String words(Problem problem) {
        return "%s:%d:%d %s %s"
                .formatted(problem.file(), problem.line(), problem.column(), problem.message().key(), problem.message().arguments());
    }
}
