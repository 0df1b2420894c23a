package dev.kontor.engine.compile;

import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What each rule file of a set was compiled to when the set was last checked, so that a change compiles only the files that
 * it changes: none when it changes a number. In memory, and of what was shipped; thread-safe.
 */
public final class CompiledFiles {

    /**
     * @param classes by name, as the compiler made them
     * @param models those of them to begin with
     */
    record CompiledFile(Map<String, byte[]> classes, List<String> models) {}

    /**
     * @param types the digest of each record that the files name
     * @param files by the digest of the file
     */
    record Kept(Map<String, String> types, Map<String, CompiledFile> files) {

        private boolean fits(FactTypes facts) {
            return types.entrySet().stream()
                    .allMatch(type -> facts.digest(type.getKey()).filter(type.getValue()::equals).isPresent());
        }
    }

    private final ShippedSets shipped;
    private final Map<String, Kept> sets = new ConcurrentHashMap<>();

    /** @param shipped asked for sets of which nothing is in memory that fits */
    public CompiledFiles(ShippedSets shipped) {
        this.shipped = shipped;
    }

    static Set<String> digests(RuleSetFiles files) {
        return files.paths(".drl").stream().map(files::digest).collect(Collectors.toSet());
    }

    /** By the digest of the file; none once a record that the set was compiled against is another one. */
    Map<String, CompiledFile> of(RuleSetFiles files, FactTypes facts) {
        Optional<Kept> last = Optional.ofNullable(sets.get(files.set())).filter(each -> each.fits(facts));
        Optional<Kept> whole = last.filter(each -> each.files().keySet().containsAll(digests(files)));
        return whole.or(() -> shipped.find(files).filter(each -> each.fits(facts))).or(() -> last).map(Kept::files).orElse(Map.of());
    }

    /** @param types the digest of each record that the files name */
    void keep(String set, Map<String, String> types, Map<String, CompiledFile> files) {
        sets.put(set, new Kept(types, Map.copyOf(files)));
    }

    /** Puts what a set was compiled to last among what is shipped. */
    public void ship(RuleSetFiles files, ShippedSets to) throws IOException {
        Kept kept = sets.get(files.set());
        if (kept != null && kept.files().keySet().equals(digests(files))) {
            to.put(files, kept);
        }
    }
}
