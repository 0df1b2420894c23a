package dev.kontor.engine.compile;

import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A rule set as guarded bytecode: what is kept, so that a restart compiles nothing.
 *
 * @param classes by name
 * @param models the classes to begin with
 * @param rules each rule's file and line
 * @param needs names of the fact types that the rules mention, parameters not counted
 * @param packages fact packages that the classes are linked to
 * @param parameters {@code set#name} of every parameter that a rule reads
 */
public record CompiledSet(
        Map<String, byte[]> classes,
        List<String> models,
        Map<String, Place> rules,
        Set<String> needs,
        Set<String> packages,
        Set<String> parameters) {

    /** Classes kept under another edition are compiled again from the files. */
    public static final String EDITION = "drools-10.2.0/java-17/guard-" + BytecodeGuard.EDITION;

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final String CONTENTS = "contents";

    /** Where a rule stands. */
    public record Place(String file, int line) {}

    public CompiledSet {
        classes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        models = List.copyOf(models);
        rules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        needs = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(needs));
        packages = Set.copyOf(packages);
        parameters = Set.copyOf(parameters);
    }

    public byte[] bytes() {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        classes.forEach((name, bytes) -> entries.put("classes/" + name, bytes));
        StringBuilder lines = new StringBuilder();
        models.forEach(model -> lines.append("model\t").append(model).append('\n'));
        rules.forEach((rule, place) ->
                lines.append("rule\t").append(rule).append('\t').append(place.file()).append('\t').append(place.line()).append('\n'));
        needs.forEach(type -> lines.append("needs\t").append(type).append('\n'));
        packages.forEach(name -> lines.append("package\t").append(name).append('\n'));
        parameters.forEach(name -> lines.append("parameter\t").append(name).append('\n'));
        entries.put(CONTENTS, lines.toString().getBytes(StandardCharsets.UTF_8));
        return RuleSetFiles.zip(entries);
    }

    /** @throws IOException when the bytes are not what {@link #bytes} made */
    public static CompiledSet of(byte[] kept) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        List<String> models = new ArrayList<>();
        Map<String, Place> rules = new LinkedHashMap<>();
        Set<String> needs = new LinkedHashSet<>();
        Set<String> packages = new LinkedHashSet<>();
        Set<String> parameters = new LinkedHashSet<>();
        Map<String, byte[]> entries = RuleSetFiles.unzip(kept, LARGEST);
        byte[] contents = entries.get(CONTENTS);
        if (contents == null) {
            throw new IOException("The compiled rules have no table of contents.");
        }
        entries.forEach((name, bytes) -> {
            if (name.startsWith("classes/")) {
                classes.put(name.substring(8), bytes);
            }
        });
        for (String line : new String(contents, StandardCharsets.UTF_8).split("\n")) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "model" -> models.add(cells[1]);
                case "rule" -> rules.put(cells[1], new Place(cells[2], Integer.parseInt(cells[3])));
                case "needs" -> needs.add(cells[1]);
                case "package" -> packages.add(cells[1]);
                case "parameter" -> parameters.add(cells[1]);
                case "" -> { }
                default -> throw new IOException("The compiled rules hold an unknown line (%s).".formatted(cells[0]));
            }
        }
        return new CompiledSet(classes, models, rules, needs, packages, parameters);
    }
}
