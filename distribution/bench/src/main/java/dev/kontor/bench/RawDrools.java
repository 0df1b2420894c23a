package dev.kontor.bench;

import dev.kontor.api.rule.Conclusion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** Rules as somebody runs them who uses Drools alone, with a pool of sessions: what was concluded, and which rule fired on what. */
final class RawDrools {

    /** The rule and what it matched. */
    record Explained(String rule, List<Object> matched) {}

    private final KieSessionsPool pool;

    /** @param files rules by their path below {@code src/main/resources} */
    RawDrools(Map<String, String> files) {
        KieServices services = KieServices.get();
        KieFileSystem raw = services.newKieFileSystem();
        files.forEach((path, drl) -> raw.write("src/main/resources/" + path, drl));
        services.newKieBuilder(raw).buildAll(ExecutableModelProject.class);
        pool = services.newKieContainer(services.getRepository().getDefaultReleaseId()).newKieSessionsPool(2);
    }

    Collection<Conclusion> decide(List<? extends Record> facts) {
        KieSession session = pool.newKieSession();
        List<Explained> explained = new ArrayList<>();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    explained.add(new Explained(event.getMatch().getRule().getName(), List.copyOf(event.getMatch().getObjects())));
                }
            });
            facts.forEach(session::insert);
            session.fireAllRules();
            List<Conclusion> all = new ArrayList<>();
            session.getObjects(Conclusion.class::isInstance).forEach(each -> all.add((Conclusion) each));
            if (explained.size() != all.size()) {
                throw new IllegalStateException(explained + " " + all);
            }
            return all;
        } finally {
            session.dispose();
        }
    }
}
