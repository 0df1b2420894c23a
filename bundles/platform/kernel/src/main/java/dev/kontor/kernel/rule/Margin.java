package dev.kontor.kernel.rule;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Decision;
import dev.kontor.api.rule.DecisionRecord.Told;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.Reconsiderations;
import dev.kontor.api.rule.Reconsiderations.Compared;
import dev.kontor.api.rule.Reconsiderations.NearMiss;
import dev.kontor.api.rule.Reconsiderations.NearMisses;
import dev.kontor.api.rule.RuleEngine;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks for the parameters that almost decided otherwise: each is moved up and down by the margin, and where the verdict is
 * another one there, the first value at which it is so is found by halving. A verdict that turns and turns back within the
 * margin is not seen. Not thread-safe.
 */
final class Margin {

    /** A decision takes a fraction of a millisecond; of forty parameters each can be moved both ways and two be halved. */
    private static final int MOST_EXECUTIONS = 400;
    private static final Set<String> WHOLE = Set.of("WD", "days", "months", "points", "count");

    private final Decision decision;
    private final List<Record> facts;
    private final RuleEngine engine;
    private final Function<Stream<Concluded>, List<Told>> words;
    private int executions;

    Margin(Decision decision, List<Record> facts, RuleEngine engine, Function<Stream<Concluded>, List<Told>> words) {
        this.decision = decision;
        this.facts = facts;
        this.engine = engine;
        this.words = words;
    }

    NearMisses look() {
        List<NearMiss> found = new ArrayList<>();
        TreeSet<String> verdict = verdict(decision.conclusions());
        if (!verdict(engine.ask(decision.sets(), decision.owners(), decision.day(), facts).conclusions()).equals(verdict)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.what-if.differs"));
        }
        for (Parameter parameter : decision.parameters()) {
            if (executions >= MOST_EXECUTIONS) {
                return new NearMisses(found, executions, false);
            }
            BigDecimal step = step(parameter);
            if (!isOfTheFacts(parameter, step, verdict)) {
                near(parameter, step.negate(), verdict).ifPresent(found::add);
                near(parameter, step, verdict).ifPresent(found::add);
            }
        }
        return new NearMisses(found, executions, true);
    }

    /** The smallest difference that a value of the unit can have. */
    private static BigDecimal step(Parameter parameter) {
        return WHOLE.contains(parameter.unit()) && parameter.value().stripTrailingZeros().scale() <= 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.movePointLeft(Math.max(2, parameter.value().scale()));
    }

    /** How many steps the margin has. */
    private static long steps(Parameter parameter, BigDecimal step) {
        BigDecimal margin = parameter.value().abs().multiply(BigDecimal.valueOf(Reconsiderations.MARGIN_PERCENT)).movePointLeft(2);
        return Math.max(step.compareTo(BigDecimal.ONE) == 0 ? 1 : 0, margin.divide(step.abs(), 0, RoundingMode.DOWN).longValue());
    }

    /** Whether facts were made for its value: then any other value finds none of them, whichever way it is moved. */
    private boolean isOfTheFacts(Parameter parameter, BigDecimal step, TreeSet<String> verdict) {
        TreeSet<String> below = verdict(ask(parameter, parameter.value().subtract(step)).conclusions());
        return !below.equals(verdict) && below.equals(verdict(ask(parameter, parameter.value().add(step)).conclusions()));
    }

    private Optional<NearMiss> near(Parameter parameter, BigDecimal step, TreeSet<String> verdict) {
        long same = 0;
        long other = steps(parameter, step.abs());
        if (other == 0 || verdict(ask(parameter, at(parameter, step, other)).conclusions()).equals(verdict)) {
            return Optional.empty();
        }
        while (other - same > 1) {
            long middle = same + (other - same) / 2;
            if (verdict(ask(parameter, at(parameter, step, middle)).conclusions()).equals(verdict)) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return Optional.of(miss(parameter, at(parameter, step, other), at(parameter, step, same)));
    }

    private static BigDecimal at(Parameter parameter, BigDecimal step, long steps) {
        return parameter.value().add(step.multiply(BigDecimal.valueOf(steps)));
    }

    private NearMiss miss(Parameter parameter, BigDecimal otherwise, BigDecimal still) {
        RuleEngine.Answer then = ask(parameter, otherwise);
        TreeSet<String> now = verdict(decision.conclusions());
        TreeSet<String> moved = verdict(then.conclusions());
        List<Concluded> gone = decision.conclusions().stream().filter(each -> !moved.contains(verdict(each))).toList();
        List<Concluded> added = then.conclusions().stream().filter(each -> !now.contains(verdict(each))).toList();
        Optional<Compared> compared = FactNumbers.compared(matched(added, then.firings()), otherwise, still)
                .or(() -> FactNumbers.compared(matched(gone, decision.firings()), otherwise, still));
        return new NearMiss(parameter, owner(parameter), otherwise, compared, words.apply(gone.stream()), words.apply(added.stream()));
    }

    /** The facts that the rules of these conclusions looked at: another fact may have the same value by chance. */
    private List<Record> matched(List<Concluded> concluded, List<Firing> firings) {
        return firings.stream()
                .filter(fired -> concluded.stream().anyMatch(each -> each.rule().equals(fired.rule()) && each.set().equals(fired.set())))
                .flatMap(fired -> fired.matched().stream())
                .filter(place -> place < facts.size())
                .distinct()
                .map(facts::get)
                .toList();
    }

    private SetVersion owner(Parameter parameter) {
        return Stream.concat(decision.sets().stream(), decision.owners().stream())
                .filter(set -> set.set().equals(parameter.set()))
                .findFirst()
                .orElseGet(() -> decision.sets().get(0));
    }

    private RuleEngine.Answer ask(Parameter moved, BigDecimal value) {
        executions++;
        Parameter other = new Parameter(moved.set(), moved.name(), value, moved.unit(), moved.from(), moved.clause());
        return engine.ask(decision.sets(), decision.owners(), decision.day(), facts, each -> each.equals(moved) ? other : each);
    }

    private static TreeSet<String> verdict(List<Concluded> conclusions) {
        TreeSet<String> all = new TreeSet<>();
        conclusions.forEach(each -> all.add(verdict(each)));
        return all;
    }

    /** What is concluded by which rule; not the figures of its reason, nor the days and points, which are parameters themselves. */
    private static String verdict(Concluded concluded) {
        Conclusion conclusion = concluded.conclusion();
        String more = "";
        if (conclusion instanceof Conclusion.Check check) {
            more = "" + check.passed();
        } else if (conclusion instanceof Conclusion.Require require) {
            more = require.task() + "\n" + require.role();
        } else if (conclusion instanceof Conclusion.Hold hold) {
            more = hold.milestone().value();
        }
        return String.join("\n", concluded.set().set(), concluded.rule(), conclusion.getClass().getSimpleName(), conclusion.subject(),
                conclusion.occasion(), more);
    }
}
