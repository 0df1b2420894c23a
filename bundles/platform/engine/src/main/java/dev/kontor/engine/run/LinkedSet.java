package dev.kontor.engine.run;

import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.RuleBridge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/** A compiled set, linked to the fact types that are there now: one rule base that is never changed. */
public final class LinkedSet {

    private final CompiledSet compiled;
    private final Map<String, ClassLoader> linkedTo;
    private final KieBase rules;

    private LinkedSet(CompiledSet compiled, Map<String, ClassLoader> linkedTo, KieBase rules) {
        this.compiled = compiled;
        this.linkedTo = linkedTo;
        this.rules = rules;
    }

    /**
     * Links, compiling nothing.
     *
     * @throws LinkageError when a fact type is missing or has changed so that the rules no longer fit
     */
    public static LinkedSet link(CompiledSet compiled, FactTypes facts) {
        Map<String, ClassLoader> linkedTo = new HashMap<>();
        for (String name : compiled.packages()) {
            linkedTo.put(name, facts.loader(name).orElseThrow(() -> new NoClassDefFoundError(name)));
        }
        FactTypes only = name -> java.util.Optional.ofNullable(linkedTo.get(name)).or(() -> FactTypes.isApi(name) ? facts.loader(name) : java.util.Optional.empty());
        return quietly(() -> {
            RuleLoader loader = new RuleLoader(new RuleBridge(only), compiled.classes());
            List<Model> models = new ArrayList<>();
            for (String model : compiled.models()) {
                models.add((Model) loader.loadClass(model).getConstructor().newInstance());
            }
            KieBase rules = KieBaseBuilder.createKieBaseFromModel(
                    models, KieServices.get().newKieBaseConfiguration(null, loader));
            rules.newKieSession().dispose();
            return new LinkedSet(compiled, linkedTo, rules);
        });
    }

    /** Runs with the engine's class loader as the thread's, as Drools looks up its parts there. */
    public static <T> T quietly(Callable<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LinkedSet.class.getClassLoader());
        try {
            return work.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) { // a checked exception of reflection: the classes are not what they were
            throw new LinkageError(failed.toString(), failed);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    public CompiledSet compiled() {
        return compiled;
    }

    /** Whether every fact type still comes from where it came from when this was linked. */
    public boolean isCurrent(FactTypes facts) {
        return linkedTo.entrySet().stream()
                .allMatch(entry -> facts.loader(entry.getKey()).filter(now -> now == entry.getValue()).isPresent());
    }

    KieBase rules() {
        return rules;
    }

    /** Holds the classes of one version; gone with it. */
    private static final class RuleLoader extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        private final Map<String, byte[]> classes;

        RuleLoader(ClassLoader parent, Map<String, byte[]> classes) {
            super("kontor-rule-set", parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
