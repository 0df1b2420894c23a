package dev.kontor.engine.run;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.Firing;
import dev.kontor.api.rule.RuleEngine.CannotDecide;
import dev.kontor.api.rule.SetVersion;
import dev.kontor.engine.compile.CompiledSet.Place;
import dev.kontor.engine.set.ReasonTexts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;

/** Asks one version of one rule set once. */
public final class Evaluation {

    /** Processor time of one evaluation; a usual one takes a tenth of a millisecond. */
    private static final long BUDGET_MILLIS = 2_000;
    private static final long BUDGET_BYTES = 256L << 20;
    private static final int FIRINGS_PER_RULE = 10;
    private static final int FIRINGS_FOR_ALL = 1_000;
    /** Orders have at most some hundred lines; more facts would make joins long. */
    private static final int MOST_FACTS = 1_000;

    /** What one set said. */
    public record Said(List<Firing> firings, List<Concluded> conclusions) {}

    private final LinkedSet linked;
    private final SetVersion version;
    private final ReasonTexts texts;
    private final List<Firing> firings = new ArrayList<>();
    private final Map<Object, String> madeBy = new IdentityHashMap<>();
    private String current = "";

    public Evaluation(LinkedSet linked, SetVersion version, ReasonTexts texts) {
        this.linked = linked;
        this.version = version;
        this.texts = texts;
    }

    /** @throws CannotDecide when a budget is used up or a rule fails */
    public Said ask(List<? extends Record> facts) {
        if (linked.compiled().rules().isEmpty()) {
            return new Said(List.of(), List.of());
        }
        if (facts.size() > MOST_FACTS) {
            throw new CannotDecide("%s was asked with %d facts; %d are allowed.".formatted(version.set(), facts.size(), MOST_FACTS));
        }
        return LinkedSet.quietly(() -> within(facts));
    }

    private Said within(List<? extends Record> facts) {
        KieSession session = linked.rules().newKieSession();
        Budget.start(BUDGET_MILLIS, BUDGET_BYTES);
        try {
            listen(session);
            facts.forEach(session::insert);
            int limit = linked.compiled().rules().size() * FIRINGS_PER_RULE + FIRINGS_FOR_ALL;
            if (session.fireAllRules(limit) >= limit) {
                throw new CannotDecide("%s fired %d times and did not end; last was \"%s\".".formatted(version.set(), limit, current));
            }
            return new Said(List.copyOf(firings), concluded(session));
        } catch (CannotDecide already) {
            throw already;
        } catch (RuntimeException | Budget.Exceeded | LinkageError | StackOverflowError failed) { // whatever a rule does, no answer is made of it
            throw new CannotDecide("%s failed in \"%s\": %s".formatted(version.set(), current, failed), failed);
        } finally {
            Budget.stop();
            session.dispose();
        }
    }

    private void listen(KieSession session) {
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                current = event.getMatch().getRule().getName();
            }

            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                String rule = event.getMatch().getRule().getName();
                Place place = linked.compiled().rules().getOrDefault(rule, new Place("", 0));
                List<String> matched = event.getMatch().getObjects().stream().map(FactWords::of).toList();
                firings.add(new Firing(version, rule, place.file(), place.line(), matched));
            }
        });
        session.addEventListener(new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                madeBy.put(event.getObject(), current);
            }
        });
    }

    private List<Concluded> concluded(KieSession session) {
        List<Concluded> all = new ArrayList<>();
        for (Object object : session.getObjects(Conclusion.class::isInstance)) {
            Conclusion conclusion = (Conclusion) object;
            all.add(new Concluded(conclusion, version, madeBy.getOrDefault(object, ""), say(conclusion, Locale.ENGLISH),
                    say(conclusion, Locale.SIMPLIFIED_CHINESE)));
        }
        List<String> order = new ArrayList<>(linked.compiled().rules().keySet());
        all.sort(java.util.Comparator.comparingInt((Concluded each) -> order.indexOf(each.rule()))
                .thenComparing(each -> each.conclusion().subject())
                .thenComparing(each -> each.conclusion().toString()));
        return List.copyOf(all);
    }

    private String say(Conclusion conclusion, Locale language) {
        return texts.say(conclusion.reason(), language).orElseThrow(() -> new CannotDecide(
                "%s has no words for the reason %s.".formatted(version.set(), conclusion.reason().key())));
    }
}
