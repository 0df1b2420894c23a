package dev.kontor.engine.set;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Collects what is wrong with a candidate. Not thread-safe. */
public final class Problems {

    /** More than anybody repairs in one go. */
    private static final int MOST = 100;

    private final LinkedHashSet<Problem> found = new LinkedHashSet<>();

    public void at(String file, int line, int column, String key, Object... arguments) {
        if (found.size() < MOST) {
            found.add(new Problem(file, Math.max(0, line), Math.max(0, column), Text.of(key, arguments)));
        }
    }

    public void in(String file, String key, Object... arguments) {
        at(file, 0, 0, key, arguments);
    }

    public void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Problem> all() {
        return new ArrayList<>(found);
    }

    /** For a log line or a failing test. */
    public static String words(Problem problem) {
        return "%s:%d:%d %s %s"
                .formatted(problem.file(), problem.line(), problem.column(), problem.message().key(), problem.message().arguments());
    }
}
