package dev.kontor.engine.run;

import dev.kontor.api.rule.Parameter;
import dev.kontor.engine.compile.BytecodeGuard;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.RuleBridge;
import dev.kontor.engine.set.ParameterTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/** A compiled set, linked to the fact types that are there now: one rule base that is never changed. */
public final class LinkedSet {

    private final CompiledSet compiled;
    private final Map<String, ClassLoader> linkedTo;
    private final KieBase rules;
    private final Sessions sessions;
    private final Map<String, Integer> order = new HashMap<>();
    /** Names of the parameters that the rules read, by the set that owns them. */
    private final Map<String, Set<String>> read = new TreeMap<>();

    private final BytecodeGuard guard;

    private LinkedSet(CompiledSet compiled, Map<String, ClassLoader> linkedTo, BytecodeGuard guard, KieBase rules) {
        this.compiled = compiled;
        this.linkedTo = linkedTo;
        this.guard = guard;
        this.rules = rules;
        this.sessions = new Sessions(rules);
        compiled.rules().keySet().forEach(rule -> order.put(rule, order.size()));
        compiled.parameters().forEach(name -> read
                .computeIfAbsent(name.substring(0, name.indexOf('#')), set -> new TreeSet<>())
                .add(name.substring(name.indexOf('#') + 1)));
    }

    /**
     * Links, compiling nothing. The classes are checked here once more, whoever kept them meanwhile.
     *
     * @throws LinkageError when a fact type is missing or has changed so that the rules no longer fit, or when a class holds
     *     what rules may not do
     */
    public static LinkedSet link(CompiledSet compiled, FactTypes facts) {
        Map<String, ClassLoader> linkedTo = new HashMap<>();
        for (String name : compiled.packages()) {
            linkedTo.put(name, facts.loader(name).orElseThrow(() -> new NoClassDefFoundError(name)));
        }
        FactTypes only = name -> linkedTo.containsKey(name)
                ? Optional.of(linkedTo.get(name))
                : Optional.of(name).filter(FactTypes::isApi).flatMap(facts::loader);
        return quietly(() -> {
            BytecodeGuard guard = new BytecodeGuard(only);
            RuleLoader loader = new RuleLoader(new RuleBridge(only), guard.guard(compiled.classes()));
            guard.violations().stream().findFirst().ifPresent(found -> {
                throw new LinkageError("The compiled rules name %s, which rules may not use.".formatted(found.named()));
            });
            KieBase rules = KieBaseBuilder.createKieBaseFromModel(
                    compiled.models().stream().map(loader::model).toList(),
                    KieServices.get().newKieBaseConfiguration(null, loader));
            return new LinkedSet(compiled, linkedTo, guard, rules);
        });
    }

    /** Runs with the engine's class loader as the thread's, as Drools looks up its parts there. */
    public static <T> T quietly(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(LinkedSet.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The same rules as what is kept of them. @param same the same classes, with what is known of their files */
    public LinkedSet as(CompiledSet same) {
        return new LinkedSet(same, linkedTo, guard, rules);
    }

    public CompiledSet compiled() {
        return compiled;
    }

    /** Whether every fact type still comes from where it came from when this was linked. */
    public boolean isCurrent(FactTypes facts) {
        return linkedTo.entrySet().stream()
                .allMatch(entry -> facts.loader(entry.getKey()).filter(now -> now == entry.getValue()).isPresent());
    }

    /** Whether the rules could speak of it. What a rule base is shown once it remembers, and with it the bundle that it came from. */
    boolean speaksOf(Record fact) {
        String name = fact.getClass().getPackageName();
        return FactTypes.isApi(name) || linkedTo.containsKey(name);
    }

    /**
     * The parameters that the rules see on a day: all of their own set, and of other sets those that they name.
     *
     * @param others the parameters of other sets, by the set's name; asked for those only that the rules name
     */
    public List<Parameter> parameters(
            String set, ParameterTable own, Function<String, ParameterTable> others, LocalDate day) {
        List<Parameter> ours = own.inForce(day);
        if (read.isEmpty() || read.size() == 1 && read.containsKey(set)) {
            return ours;
        }
        List<Parameter> seen = new ArrayList<>(ours);
        read.forEach((owner, names) -> {
            if (!owner.equals(set)) {
                others.apply(owner).inForce(day).stream().filter(each -> names.contains(each.name())).forEach(seen::add);
            }
        });
        return seen;
    }

    /** The rules whose code was running when it failed; empty when none was. */
    Optional<String> failing(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .flatMap(each -> Arrays.stream(each.getStackTrace()))
                .map(frame -> guard.rulesOf(frame.getClassName()))
                .filter(rules -> !rules.isEmpty())
                .findFirst()
                .map(rules -> String.join("\", \"", rules));
    }

    Sessions sessions() {
        return sessions;
    }

    /** The rule's place among the rules of its set. */
    int order(String rule) {
        return order.getOrDefault(rule, order.size());
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
            byte[] bytes = Optional.ofNullable(classes.get(name)).orElseThrow(() -> new ClassNotFoundException(name));
            return defineClass(name, bytes, 0, bytes.length);
        }

        /** @throws LinkageError when the classes are not what the compiler made */
        Model model(String name) {
            try {
                return (Model) loadClass(name).getConstructor().newInstance();
            } catch (ReflectiveOperationException damaged) {
                throw new LinkageError(damaged.toString(), damaged);
            }
        }
    }
}
