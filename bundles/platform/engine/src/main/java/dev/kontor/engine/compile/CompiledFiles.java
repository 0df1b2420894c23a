package dev.kontor.engine.compile;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each rule file of a set was compiled to when the set was last checked, so that a change compiles only the files that
 * it changes: none when it changes a number. In memory; thread-safe.
 */
public final class CompiledFiles {

    /**
     * @param classes by name, as the compiler made them
     * @param models those of them to begin with
     */
    record CompiledFile(Map<String, byte[]> classes, List<String> models) {}

    private record Kept(Map<String, String> types, Map<String, CompiledFile> files) {}

    private final Map<String, Kept> sets = new ConcurrentHashMap<>();

    /** By the digest of the file; none once a record that the set was compiled against is another one. */
    Map<String, CompiledFile> of(String set, FactTypes facts) {
        Kept kept = sets.get(set);
        boolean fits = kept != null && kept.types.entrySet().stream()
                .allMatch(type -> facts.digest(type.getKey()).filter(type.getValue()::equals).isPresent());
        return fits ? kept.files : Map.of();
    }

    /** @param types the digest of each record that the files name */
    void keep(String set, Map<String, String> types, Map<String, CompiledFile> files) {
        sets.put(set, new Kept(types, Map.copyOf(files)));
    }
}
