package dev.kontor.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the type that a simple name means in a rule file, by the file's imports. */
public final class RuleTypes {

    private final ClassLoader bridge;
    private final Map<String, List<String>> imports = new HashMap<>();

    public RuleTypes(ClassLoader bridge) {
        this.bridge = bridge;
    }

    /** For cases that stand in no set: by the names of types. */
    public static RuleTypes of(FactTypes facts, Iterable<String> names) {
        RuleTypes types = new RuleTypes(new RuleBridge(facts));
        names.forEach(name -> types.imported("", name));
        return types;
    }

    void imported(String file, String name) {
        imports.computeIfAbsent(file, key -> new ArrayList<>()).add(name);
    }

    boolean isThere(String imported) {
        return imported.endsWith(".*") || find(imported).isPresent();
    }

    Optional<String> resolve(String file, String name) {
        return resolve(imports.getOrDefault(file, List.of()), name).map(Class::getName);
    }

    /** By all imports of the set: for its cases, which belong to no file of rules. */
    public Optional<Class<?>> resolve(String name) {
        return resolve(imports.values().stream().flatMap(List::stream).distinct().toList(), name)
                .or(() -> resolve(List.of("dev.kontor.api.order.*", "dev.kontor.api.rule.facts.*", "dev.kontor.api.customer.*"), name));
    }

    private Optional<Class<?>> resolve(List<String> imported, String name) {
        String head = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        String tail = name.substring(head.length());
        for (String each : imported) {
            Optional<Class<?>> found = Optional.empty();
            if (each.endsWith("." + head)) {
                found = find(each + tail);
            } else if (each.endsWith(".*")) {
                found = find(each.substring(0, each.length() - 1) + name);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return name.contains(".") ? find(name) : Optional.empty();
    }

    private Optional<Class<?>> find(String name) {
        String wanted = name;
        while (true) {
            try {
                return Optional.of(Class.forName(wanted, false, bridge));
            } catch (ClassNotFoundException | LinkageError absent) {
                int dot = wanted.lastIndexOf('.');
                if (dot < 0 || dot + 1 >= wanted.length() || !Character.isUpperCase(wanted.charAt(Math.min(wanted.length() - 1, wanted.lastIndexOf('.', dot - 1) + 1)))) {
                    return Optional.empty();
                }
                wanted = wanted.substring(0, dot) + "$" + wanted.substring(dot + 1);
            }
        }
    }
}
