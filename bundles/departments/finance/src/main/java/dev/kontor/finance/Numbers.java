package dev.kontor.finance;

import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.Parameter;

/** The numbers that code reads, as a decision saw them: those in force on its day. */
public final class Numbers {

    private Numbers() {}

    /** @param name of a parameter of the point's own set */
    public static Parameter of(Decision decision, String name) {
        String set = decision.point().value();
        return decision.parameters().stream()
                .filter(each -> each.set().equals(set) && each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The rule set %s has no parameter %s.\nMaybe a version of it was activated that lost it.".formatted(set, name)));
    }
}
