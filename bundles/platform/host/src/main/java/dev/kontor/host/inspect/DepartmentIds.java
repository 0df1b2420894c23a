package dev.kontor.host.inspect;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Ids that the departments of a jar give themselves: as a constant, or in a field that any of its classes fills with one. */
final class DepartmentIds {

    private final Set<String> said = new TreeSet<>();
    private final Set<String> fields = new TreeSet<>();
    private final Map<String, String> filled = new HashMap<>();

    void says(String id) {
        said.add(id);
    }

    /** @param field with its class: {@code dev/acme/lift/Names.ID} */
    void saysWhatIsIn(String field) {
        fields.add(field);
    }

    void fills(String field, String id) {
        filled.put(field, id);
    }

    Set<String> all() {
        Set<String> all = fields.stream().map(filled::get).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        all.addAll(said);
        return all;
    }
}
