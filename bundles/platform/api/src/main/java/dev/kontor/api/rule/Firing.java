package dev.kontor.api.rule;

import java.util.List;

/**
 * A rule that fired.
 *
 * @param file and {@code line}: where the rule stands in its set
 * @param matched the facts it matched, each in words a person can read
 */
public record Firing(SetVersion set, String rule, String file, int line, List<String> matched) {

    public Firing {
        matched = List.copyOf(matched);
    }
}
