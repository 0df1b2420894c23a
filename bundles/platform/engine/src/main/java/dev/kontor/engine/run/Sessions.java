package dev.kontor.engine.run;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.drools.core.common.InternalWorkingMemory;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * The sessions of one rule base, used again: a new one costs more than a usual evaluation. Thread-safe.
 *
 * <p>Not the pool of Drools, which takes back a session in which a rule failed as well, cannot be told to end one, and keeps
 * as many as were ever open at once.
 */
final class Sessions {

    private static final int MOST_IDLE = Math.max(4, Runtime.getRuntime().availableProcessors());

    private final KieBase rules;
    private final ConcurrentLinkedDeque<KieSession> idle = new ConcurrentLinkedDeque<>();

    /** Makes the first session at once: a rule base that cannot be run is found when it is linked. */
    Sessions(KieBase rules) {
        this.rules = rules;
        idle.push(rules.newKieSession());
    }

    KieSession take() {
        KieSession session = idle.poll();
        return session == null ? rules.newKieSession() : session;
    }

    /** Takes one back whose rules all ran to their end. */
    void back(KieSession session) {
        if (idle.size() < MOST_IDLE) {
            ((InternalWorkingMemory) session).reset();
            idle.push(session);
        } else {
            session.dispose();
        }
    }

    /** Ends one that nobody may use again. */
    void end(KieSession session) {
        session.dispose();
    }
}
