package dev.kontor.api.rule;

import dev.kontor.api.order.OrderNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which decisions a list holds. Set, version, rule and kind are about one and the same: a rule, of a version, that
 * concluded something of the kind.
 *
 * @param set a rule set that was asked, or whose parameters were read; empty for any
 * @param version how the digest of its version begins; empty for any
 * @param rule the name of a rule that fired; empty for any
 * @param kind what was concluded
 * @param from and {@code until}: days on which it was taken, both included
 */
public record DecisionFilter(
        Optional<OrderNumber> order,
        String set,
        String version,
        String rule,
        Optional<Kind> kind,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    public static final DecisionFilter ALL =
            new DecisionFilter(Optional.empty(), "", "", "", Optional.empty(), Optional.empty(), Optional.empty());

    /** The kinds of conclusions; a check that failed is something else than one that passed. */
    public enum Kind {
        CHECK_PASSED,
        CHECK_FAILED,
        REQUIRE,
        HOLD,
        REMIND,
        VIOLATION,
        PENALTY;

        public static Kind of(Conclusion conclusion) {
            if (conclusion instanceof Conclusion.Check check) {
                return check.passed() ? CHECK_PASSED : CHECK_FAILED;
            }
            return valueOf(conclusion.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT));
        }
    }

    public DecisionFilter about(Optional<OrderNumber> one) {
        return new DecisionFilter(one, set, version, rule, kind, from, until);
    }

    public DecisionFilter by(String asked, String digest, String fired) {
        return new DecisionFilter(order, asked, digest, fired, kind, from, until);
    }

    public DecisionFilter concluding(Optional<Kind> what) {
        return new DecisionFilter(order, set, version, rule, what, from, until);
    }

    public DecisionFilter taken(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new DecisionFilter(order, set, version, rule, kind, first, last);
    }

    /** Whether it is narrowed by what decisions say. */
    public boolean narrowsWhat() {
        return !set.isEmpty() || !version.isEmpty() || !rule.isEmpty() || kind.isPresent();
    }
}
