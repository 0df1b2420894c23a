package dev.kontor.engine.run;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleEngine.Answer;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.runtime.KieSession;

/**
 * One question: the same facts for every set that is asked, their answers merged. Nothing is put into words here; what
 * people read is made when they read it. Not thread-safe.
 */
public final class Evaluation {

    /** Processor time of one set; a usual one takes a twentieth of a millisecond. */
    private static final long BUDGET_MILLIS = 2_000;
    private static final long BUDGET_BYTES = 256L << 20;
    private static final int FIRINGS_PER_RULE = 10;
    private static final int FIRINGS_FOR_ALL = 1_000;
    /** Orders have at most some hundred lines; more facts would make joins long. */
    private static final int MOST_FACTS = 1_000;

    private final List<? extends Record> facts;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<Object, Integer> places = new IdentityHashMap<>();
    private final List<Fired> fired = new ArrayList<>();
    private final List<Concluded> conclusions = new ArrayList<>();

    public Evaluation(List<? extends Record> facts) {
        this.facts = facts;
    }

    /**
     * Asks one version of one set.
     *
     * @param seen its parameters
     * @throws CannotDecide when a budget is used up or a rule fails
     */
    public void ask(LinkedSet set, SetVersion version, List<Parameter> seen) {
        seen.forEach(this::see);
        if (set.compiled().rules().isEmpty()) {
            return;
        }
        if (facts.size() + seen.size() > MOST_FACTS) {
            throw new CannotDecide("%s was asked with %d facts; %d are allowed."
                    .formatted(version.set(), facts.size() + seen.size(), MOST_FACTS));
        }
        FiringLog log = LinkedSet.quietly(() -> within(set, version, seen));
        fired.addAll(log.fired());
        conclusions.addAll(log.conclusions());
    }

    /** One that two sets read has one place. */
    private void see(Parameter parameter) {
        int known = parameters.indexOf(parameter);
        if (known < 0) {
            known = parameters.size();
            parameters.add(parameter);
        }
        places.put(parameter, facts.size() + known);
    }

    private FiringLog within(LinkedSet set, SetVersion version, List<Parameter> seen) {
        KieSession session = set.sessions().take();
        FiringLog log = new FiringLog(set, version);
        boolean sound = false;
        Budget.start(BUDGET_MILLIS, BUDGET_BYTES);
        try {
            insert(session, facts.stream().filter(set::speaksOf).toList());
            insert(session, seen);
            log.listen(session);
            int limit = set.compiled().rules().size() * FIRINGS_PER_RULE + FIRINGS_FOR_ALL;
            if (session.fireAllRules(limit) >= limit) {
                throw new CannotDecide("%s fired %d times and did not end; last was \"%s\".".formatted(version.set(), limit, log.rule()));
            }
            sound = true;
            return log;
        } catch (CannotDecide already) {
            throw already;
        } catch (RuntimeException | Budget.Exceeded | LinkageError | StackOverflowError failed) { // whatever a rule does, no answer is made of it
            throw new CannotDecide("%s failed in \"%s\": %s"
                    .formatted(version.set(), set.failing(failed).orElseGet(log::rule), failed), failed);
        } finally {
            Budget.stop();
            if (sound) {
                set.sessions().back(session);
            } else {
                set.sessions().end(session);
            }
        }
    }

    private static void insert(KieSession session, Collection<? extends Record> facts) {
        for (Record fact : facts) {
            session.insert(fact);
        }
    }

    /** @param owners versions of sets that were not asked, whose parameters were read */
    public Answer answer(List<SetVersion> owners) {
        List<Firing> firings = new ArrayList<>(fired.size());
        if (!fired.isEmpty()) {
            place(facts, 0);
            for (int i = 0; i < conclusions.size(); i++) {
                places.put(conclusions.get(i).conclusion(), facts.size() + parameters.size() + i);
            }
            fired.forEach(each -> firings.add(new Firing(each.version(), each.rule(), places(each.matched()))));
        }
        return new Answer(owners, parameters, firings, conclusions);
    }

    private void place(List<?> all, int from) {
        for (int i = 0; i < all.size(); i++) {
            places.put(all.get(i), from + i);
        }
    }

    private List<Integer> places(List<Object> matched) {
        List<Integer> found = new ArrayList<>(matched.size());
        for (Object each : matched) {
            Integer place = places.get(each);
            if (place != null) { // not so the engine's own first fact, which is matched where a rule begins with "not"
                found.add(place);
            }
        }
        return found;
    }

    /** A rule that fired, and what it matched. */
    record Fired(SetVersion version, String rule, List<Object> matched) {}
}
