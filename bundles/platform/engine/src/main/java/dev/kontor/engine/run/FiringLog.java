package dev.kontor.engine.run;

import dev.kontor.api.rule.Concluded;
import dev.kontor.api.rule.Conclusion;
import dev.kontor.api.rule.SetVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;

/** What happens in one session: the rules that fire, and what they conclude and do not take back. */
final class FiringLog {

    private final LinkedSet set;
    private final SetVersion version;
    private final List<Evaluation.Fired> fired = new ArrayList<>();
    private final List<Concluded> conclusions = new ArrayList<>();
    private String rule = "";

    FiringLog(LinkedSet set, SetVersion version) {
        this.set = set;
        this.version = version;
    }

    /** To be called when the facts are in: what comes from now on was made by a rule. */
    void listen(KieSession session) {
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                rule = event.getMatch().getRule().getName();
            }

            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                fired.add(new Evaluation.Fired(version, rule, event.getMatch().getObjects()));
            }
        });
        session.addEventListener(new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                if (event.getObject() instanceof Conclusion conclusion) {
                    conclusions.add(new Concluded(conclusion, version, rule));
                }
            }

            @Override
            public void objectDeleted(ObjectDeletedEvent event) {
                conclusions.removeIf(each -> each.conclusion() == event.getOldObject());
            }
        });
    }

    /** The rule that fired last; empty before the first. */
    String rule() {
        return rule;
    }

    List<Evaluation.Fired> fired() {
        return fired;
    }

    /** In the order of the rules in their files, whatever order they fired in. */
    List<Concluded> conclusions() {
        conclusions.sort(Comparator.comparingInt((Concluded each) -> set.order(each.rule()))
                .thenComparing(each -> each.conclusion().subject())
                .thenComparing(each -> each.conclusion().toString()));
        return conclusions;
    }
}
