package dev.kontor.engine.compile;

import dev.kontor.engine.set.RuleSetFiles;
import dev.kontor.engine.set.SaidTables;
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
 * A compiled rule set: what is kept, so that a restart compiles nothing. It is bound to its files and to the records that it
 * was compiled against, and goes through the {@link BytecodeGuard} each time it is linked.
 *
 * @param source digest of the files that it was compiled from
 * @param classes by name, as the compiler made them
 * @param models the classes to begin with
 * @param rules each rule's file and line
 * @param needs names of the fact types that the rules mention, parameters not counted
 * @param types digest of the class of every record that the rules name
 * @param parameters {@code set#name} of every parameter that a rule reads
 * @param notation by which its decision tables were read; empty where it has none
 * @param said files with what its tables say beside rules; they take the place of those of their name
 */
public record CompiledSet(
        String source,
        Map<String, byte[]> classes,
        List<String> models,
        Map<String, Place> rules,
        Set<String> needs,
        Map<String, String> types,
        Set<String> parameters,
        String notation,
        Map<String, byte[]> said) {

    /** Classes kept under another edition are compiled again from the files. */
    public static final String EDITION = "drools-10.2.0/java-17/guard-" + BytecodeGuard.EDITION;

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final String CONTENTS = "contents";
    private static final String SAID = "said/";

    /** Where a rule stands. */
    public record Place(String file, int line) {}

    public CompiledSet {
        classes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        models = List.copyOf(models);
        rules = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        needs = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(needs));
        types = java.util.Collections.unmodifiableMap(new TreeMap<>(types));
        parameters = Set.copyOf(parameters);
        said = java.util.Collections.unmodifiableMap(new TreeMap<>(said));
    }

    /** Of a set without tables. */
    public CompiledSet(String source, Map<String, byte[]> classes, List<String> models, Map<String, Place> rules, Set<String> needs,
            Map<String, String> types, Set<String> parameters) {
        this(source, classes, models, rules, needs, types, parameters, "", Map.of());
    }

    /** As compiled from the files of that digest, whose tables said what it was compiled from. */
    public CompiledSet of(SaidTables tables, String digest) {
        Map<String, Place> places = new LinkedHashMap<>();
        rules.forEach((rule, place) ->
                places.put(rule, tables.row(place.file(), place.line()).map(row -> new Place(row.file(), row.row())).orElse(place)));
        return new CompiledSet(digest, classes, models, places, needs, types, parameters, tables.notation(), tables.kept());
    }

    /** The set's files with all of its numbers and words. */
    public RuleSetFiles whole(RuleSetFiles files) {
        return files.with(said);
    }

    /** A set without rules. */
    public static CompiledSet empty(String source) {
        return new CompiledSet(source, Map.of(), List.of(), Map.of(), Set.of(), Map.of(), Set.of());
    }

    /** Whether the records that are there now are those that the rules were compiled against; absent ones are not asked. */
    public boolean fits(FactTypes facts) {
        return types.entrySet().stream().allMatch(type -> facts.digest(type.getKey()).map(type.getValue()::equals).orElse(true));
    }

    /** The packages that the rules take records from. */
    public Set<String> packages() {
        Set<String> packages = new LinkedHashSet<>();
        types.keySet().forEach(name -> packages.add(FactTypes.packageOf(name)));
        return packages;
    }

    public byte[] bytes() {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        classes.forEach((name, bytes) -> entries.put("classes/" + name, bytes));
        said.forEach((name, bytes) -> entries.put(SAID + name, bytes));
        StringBuilder lines = new StringBuilder("source\t").append(source).append("\nnotation\t").append(notation).append('\n');
        models.forEach(model -> lines.append("model\t").append(model).append('\n'));
        rules.forEach((rule, place) ->
                lines.append("rule\t").append(rule).append('\t').append(place.file()).append('\t').append(place.line()).append('\n'));
        needs.forEach(type -> lines.append("needs\t").append(type).append('\n'));
        types.forEach((name, digest) -> lines.append("type\t").append(name).append('\t').append(digest).append('\n'));
        parameters.forEach(name -> lines.append("parameter\t").append(name).append('\n'));
        entries.put(CONTENTS, lines.toString().getBytes(StandardCharsets.UTF_8));
        return RuleSetFiles.zip(entries);
    }

    /** @throws IOException when the bytes are not what {@link #bytes} made */
    public static CompiledSet of(byte[] kept) throws IOException {
        String source = "";
        String notation = "";
        Map<String, byte[]> said = new TreeMap<>();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        List<String> models = new ArrayList<>();
        Map<String, Place> rules = new LinkedHashMap<>();
        Set<String> needs = new LinkedHashSet<>();
        Map<String, String> types = new LinkedHashMap<>();
        Set<String> parameters = new LinkedHashSet<>();
        Map<String, byte[]> entries = RuleSetFiles.unzip(kept, LARGEST);
        byte[] contents = entries.get(CONTENTS);
        if (contents == null) {
            throw new IOException("The compiled rules have no table of contents.");
        }
        entries.forEach((name, bytes) -> {
            if (name.startsWith("classes/")) {
                classes.put(name.substring(8), bytes);
            } else if (name.startsWith(SAID)) {
                said.put(name.substring(SAID.length()), bytes);
            }
        });
        for (String line : new String(contents, StandardCharsets.UTF_8).split("\n")) {
            String[] cells = line.split("\t", -1);
            switch (cells[0]) {
                case "source" -> source = cells[1];
                case "notation" -> notation = cells[1];
                case "model" -> models.add(cells[1]);
                case "rule" -> rules.put(cells[1], new Place(cells[2], Integer.parseInt(cells[3])));
                case "needs" -> needs.add(cells[1]);
                case "type" -> types.put(cells[1], cells[2]);
                case "parameter" -> parameters.add(cells[1]);
                case "" -> { }
                default -> throw new IOException("The compiled rules hold an unknown line (%s).".formatted(cells[0]));
            }
        }
        return new CompiledSet(source, classes, models, rules, needs, types, parameters, notation, said);
    }
}
