package dev.kontor.kernel.rule;

import dev.kontor.api.order.Order;
import dev.kontor.api.rule.Parameter;

/** A fact, a parameter or a conclusion in one line that a person can read. */
final class FactWords {

    private static final int LONGEST = 300;

    private FactWords() {}

    static String of(Object fact) {
        if (fact instanceof Parameter parameter) {
            return "%s %s = %s %s (%s, %s)".formatted(parameter.set(), parameter.name(), parameter.value().toPlainString(),
                    parameter.unit(), parameter.from(), parameter.clause());
        }
        if (fact instanceof Order order) {
            return "%s / %d, %s, %s".formatted(order.number(), order.revision(), order.customerName(), order.total());
        }
        return cut(String.valueOf(fact));
    }

    static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
