package dev.kontor.tables;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a column asks a fact, or fills of a conclusion.
 *
 * @param number from 1
 * @param fact as in the head, {@code Order}, {@code not ApprovalGiven}, {@code Require 2}
 * @param sign how the field is compared; empty in a conclusion
 * @param unit of its numbers; {@code yes/no}, {@code fact}, {@code parameter}, or empty for words
 */
record Column(int number, String fact, String field, String sign, String unit) {

    static final String TRUTH = "yes/no";
    static final String FACT = "fact";
    static final String PARAMETER = "parameter";
    static final Set<String> NUMBERS = Set.of("CNY", "USD", "EUR", "WD", "%", "days", "months", "points", "count");
    private static final Map<String, String> SIGNS = Map.of(
            "==", "", "!=", "-not", "<", "-below", "<=", "-up-to", ">", "-above", ">=", "-from", "in", "", "", "");

    /** What a cell calls it: {@code Order total.amount >=}. */
    String label() {
        return (fact + " " + field + " " + sign).strip();
    }

    /** Part of the names of its numbers: {@code order-total-amount-from}. */
    String key() {
        return fact.replaceAll("[ .]", "-").replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT)
                + "-" + field.replace('.', '-').replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + SIGNS.get(sign);
    }

    boolean isNumber() {
        return NUMBERS.contains(unit);
    }

    /** Whether its cells become a pattern for a parameter. */
    boolean isParameter() {
        return isNumber() || unit.equals(PARAMETER);
    }
}
