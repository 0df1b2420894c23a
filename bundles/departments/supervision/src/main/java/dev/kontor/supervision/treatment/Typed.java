package dev.kontor.supervision.treatment;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What is about to be decided, as it was typed; each part belongs to a measure, and none is dropped without a word.
 *
 * @param bonus how much of the month's bonus is withheld, in per cent
 */
record Typed(String measure, int points, BigDecimal bonus, BigDecimal loss, BigDecimal compensation, BigDecimal pay) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Set<String> WITH_POINTS = Set.of("points", "bonus", "discipline");
    private static final Set<String> WITH_BONUS = Set.of("bonus", "discipline");

    /** @param proved whether a document proves the loss already */
    static Typed of(Values values, boolean proved) {
        String measure = values.text("measure");
        Typed typed = new Typed(measure, points(values, measure), bonus(values, measure),
                amount(values, "loss"), amount(values, "compensation"), amount(values, "pay"));
        if (measure.equals("none") && typed.compensation().signum() > 0) {
            throw Refused.at("compensation", Text.of("supervision.nothing-follows"));
        }
        if (typed.compensation().signum() > 0 && !proved && values.upload("proof").isEmpty()) {
            throw Refused.at("proof", Text.of("supervision.proof-missing"));
        }
        return typed;
    }

    private static int points(Values values, String measure) {
        if (!values.has("points")) {
            if (measure.equals("points")) {
                throw Refused.at("points", Text.of("supervision.points-missing"));
            }
            return 0;
        }
        if (!WITH_POINTS.contains(measure)) {
            throw Refused.at("points", Text.of("supervision.points-unfit"));
        }
        BigDecimal points = values.number("points").orElseThrow();
        if (points.stripTrailingZeros().scale() > 0 || points.signum() <= 0 || points.compareTo(WHOLE) > 0) {
            throw Refused.at("points", Text.of("supervision.points-wrong"));
        }
        return points.intValueExact();
    }

    private static BigDecimal bonus(Values values, String measure) {
        if (!values.has("bonus")) {
            if (measure.equals("bonus")) {
                throw Refused.at("bonus", Text.of("supervision.bonus-missing"));
            }
            return BigDecimal.ZERO;
        }
        if (!WITH_BONUS.contains(measure)) {
            throw Refused.at("bonus", Text.of("supervision.bonus-unfit"));
        }
        BigDecimal bonus = values.number("bonus").orElseThrow();
        if (bonus.stripTrailingZeros().scale() > 2 || bonus.signum() <= 0 || bonus.compareTo(WHOLE) > 0) {
            throw Refused.at("bonus", Text.of("supervision.bonus-wrong"));
        }
        return bonus;
    }

    private static BigDecimal amount(Values values, String field) {
        BigDecimal amount = values.number(field).orElse(BigDecimal.ZERO);
        if (amount.signum() < 0) {
            throw Refused.at(field, Text.of("supervision.amount-negative"));
        }
        return amount;
    }
}
