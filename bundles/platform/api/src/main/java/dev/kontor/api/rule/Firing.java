package dev.kontor.api.rule;

import java.util.List;

/**
 * A rule that fired.
 *
 * @param matched what it matched, each by its place from 0: the facts as given, after them the decision's parameters, and
 *     after these its conclusions
 */
public record Firing(SetVersion set, String rule, List<Integer> matched) {

    public Firing {
        matched = List.copyOf(matched);
    }
}
