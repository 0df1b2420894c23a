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
import dev.kontor.api.rule.Reconsiderations.NearFact;
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
 * Looks for the parameters and the numbers of facts that almost decided otherwise: each is moved up and down by the margin,
 * and where the verdict is another one there, the first value at which it is so is found by halving. A verdict that turns and turns back within the
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
    private boolean all = true;

    Margin(Decision decision, List<Record> facts, RuleEngine engine, Function<Stream<Concluded>, List<Told>> words) {
        this.decision = decision;
        this.facts = facts;
        this.engine = engine;
        this.words = words;
    }

    /** What is moved, and what is answered then. @param step the smallest difference that a value can have */
    private record Dial(BigDecimal value, BigDecimal step, Function<BigDecimal, RuleEngine.Answer> asked) {

        BigDecimal at(BigDecimal step, long steps) {
            return value.add(step.multiply(BigDecimal.valueOf(steps)));
        }

        /** How many steps the margin has; of whole numbers one at least. */
        long steps() {
            BigDecimal margin = value.abs().multiply(BigDecimal.valueOf(Reconsiderations.MARGIN_PERCENT)).movePointLeft(2);
            return Math.max(step.compareTo(BigDecimal.ONE) == 0 ? 1 : 0, margin.divide(step, 0, RoundingMode.DOWN).longValue());
        }
    }

    /** Where the verdict turns. @param still the last value with the verdict that was given */
    private record Turn(BigDecimal otherwise, BigDecimal still) {}

    /** @param numbers the values of facts that are moved too */
    NearMisses look(List<FactSheet.Number> numbers) {
        TreeSet<String> verdict = verdict(decision.conclusions());
        if (!verdict(engine.ask(decision.sets(), decision.owners(), decision.day(), facts).conclusions()).equals(verdict)) {
            throw Refused.because(Refused.Reason.CONFLICT, Text.of("kernel.what-if.differs"));
        }
        List<NearMiss> found = new ArrayList<>();
        for (Parameter parameter : decision.parameters()) {
            turns(new Dial(parameter.value(), step(parameter), value -> ask(parameter, value)), verdict)
                    .forEach(turn -> found.add(miss(parameter, turn)));
        }
        List<NearFact> values = new ArrayList<>();
        for (FactSheet.Number number : numbers) {
            turns(new Dial(number.value(), number.step(), value -> ask(number.at(value))), verdict)
                    .forEach(turn -> values.add(miss(number, turn)));
        }
        return new NearMisses(found, values, executions, all);
    }

    private static BigDecimal step(Parameter parameter) {
        return WHOLE.contains(parameter.unit()) && parameter.value().stripTrailingZeros().scale() <= 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.movePointLeft(Math.max(2, parameter.value().scale()));
    }

    private List<Turn> turns(Dial dial, TreeSet<String> verdict) {
        if (dial.steps() == 0 || executions >= MOST_EXECUTIONS) {
            all &= dial.steps() == 0;
            return List.of();
        }
        try {
            return isOfTheFacts(dial, verdict)
                    ? List.of()
                    : Stream.of(dial.step().negate(), dial.step()).flatMap(step -> turn(dial, step, verdict).stream()).toList();
        } catch (Refused impossible) { // a fact cannot have such a value
            return List.of();
        }
    }

    /** Whether facts were made for its value: then any other value finds none of them, whichever way it is moved. */
    private static boolean isOfTheFacts(Dial dial, TreeSet<String> verdict) {
        TreeSet<String> below = verdict(dial.asked().apply(dial.at(dial.step(), -1)).conclusions());
        return !below.equals(verdict) && below.equals(verdict(dial.asked().apply(dial.at(dial.step(), 1)).conclusions()));
    }

    private static Optional<Turn> turn(Dial dial, BigDecimal step, TreeSet<String> verdict) {
        long same = 0;
        long other = dial.steps();
        if (verdict(dial.asked().apply(dial.at(step, other)).conclusions()).equals(verdict)) {
            return Optional.empty();
        }
        while (other - same > 1) {
            long middle = same + (other - same) / 2;
            if (verdict(dial.asked().apply(dial.at(step, middle)).conclusions()).equals(verdict)) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return Optional.of(new Turn(dial.at(step, other), dial.at(step, same)));
    }

    private record Difference(List<Concluded> gone, List<Concluded> added) {}

    private Difference difference(RuleEngine.Answer then) {
        TreeSet<String> now = verdict(decision.conclusions());
        TreeSet<String> moved = verdict(then.conclusions());
        return new Difference(
                decision.conclusions().stream().filter(each -> !moved.contains(verdict(each))).toList(),
                then.conclusions().stream().filter(each -> !now.contains(verdict(each))).toList());
    }

    private NearFact miss(FactSheet.Number number, Turn turn) {
        Difference other = difference(ask(number.at(turn.otherwise())));
        return new NearFact(number.fact(), number.field(), number.value(), number.currency(), turn.otherwise(),
                words.apply(other.gone().stream()), words.apply(other.added().stream()));
    }

    private NearMiss miss(Parameter parameter, Turn turn) {
        RuleEngine.Answer then = ask(parameter, turn.otherwise());
        Difference other = difference(then);
        Optional<Compared> compared = FactNumbers.compared(matched(other.added(), then.firings()), turn.otherwise(), turn.still())
                .or(() -> FactNumbers.compared(matched(other.gone(), decision.firings()), turn.otherwise(), turn.still()));
        return new NearMiss(parameter, owner(parameter), turn.otherwise(), compared, words.apply(other.gone().stream()),
                words.apply(other.added().stream()));
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

    private RuleEngine.Answer ask(List<Record> other) {
        executions++;
        return engine.ask(decision.sets(), decision.owners(), decision.day(), other);
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
