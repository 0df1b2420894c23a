package dev.kontor.entry.draft;

import dev.kontor.api.document.Document;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is typed of an order so far.
 *
 * @param version grows with every change
 * @param judged false for an imported order of a year without a calendar
 * @param fields path to value
 */
public record Draft(OrderNumber order, long version, boolean judged, SortedMap<String, Written> fields) {

    public String text(String path) {
        return written(path).map(Written::value).orElse("");
    }

    public Optional<Written> written(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** The draft with another file of the contract. */
    public Draft with(Document contract) {
        SortedMap<String, Written> after = new TreeMap<>(fields);
        after.put("contract-document", new Written(contract.id(), contract.by(), contract.filedAt()));
        after.put("contract-digest", new Written(contract.digest(), contract.by(), contract.filedAt()));
        return new Draft(order, version, judged, after);
    }

    public SortedMap<String, String> plain() {
        SortedMap<String, String> plain = new TreeMap<>();
        fields.forEach((path, written) -> plain.put(path, written.value()));
        return plain;
    }

    public Values values() {
        return Paths.values(plain());
    }

    /**
     * The draft after somebody saved the form. A field that did not change keeps its author, also when its row moved
     * because another row was put before it or taken out.
     *
     * @param typed all fields of the form, flat
     * @param roots the fields that the form has; others stay as they are
     */
    public Draft rewritten(Map<String, String> typed, Set<String> roots, PersonId by, Instant at) {
        SortedMap<String, Written> after = new TreeMap<>();
        fields.forEach((path, written) -> {
            if (!roots.contains(Paths.root(path))) {
                after.put(path, written);
            }
        });
        typed.forEach((path, value) -> {
            if (path.indexOf('[') < 0 && roots.contains(path)) {
                after.put(path, kept(written(path), value, by, at));
            }
        });
        for (String root : roots) {
            rows(typed, root, by, at, after);
        }
        return new Draft(order, version, judged, after);
    }

    /** Field by field, what is different in {@code after}. */
    public List<Change> changes(Draft after) {
        Set<String> paths = new TreeSet<>(fields.keySet());
        paths.addAll(after.fields.keySet());
        return paths.stream()
                .filter(path -> !text(path).equals(after.text(path)))
                .map(path -> new Change(path, text(path), after.text(path)))
                .toList();
    }

    private void rows(Map<String, String> typed, String root, PersonId by, Instant at, Map<String, Written> after) {
        List<Map<String, Written>> before = Paths.rows(fields, root);
        List<Map<String, String>> rows = Paths.rows(typed, root);
        List<Integer> origins = origins(before, rows);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Written> origin = origins.get(i) < 0 ? Map.of() : before.get(origins.get(i));
            for (Map.Entry<String, String> cell : rows.get(i).entrySet()) {
                Optional<Written> old = Optional.ofNullable(origin.get(cell.getKey()));
                after.put(Paths.cell(root, i, cell.getKey()), kept(old, cell.getValue(), by, at));
            }
        }
    }

    /** For each new row the old one it comes from, -1 if none: rows that are alike first, then those in the same place. */
    private static List<Integer> origins(List<Map<String, Written>> before, List<Map<String, String>> rows) {
        Set<Integer> free = new TreeSet<>();
        for (int i = 0; i < before.size(); i++) {
            free.add(i);
        }
        List<Integer> origins = new ArrayList<>();
        for (Map<String, String> row : rows) {
            int alike = free.stream().filter(i -> same(before.get(i), row)).findFirst().orElse(-1);
            free.remove(alike);
            origins.add(alike);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (origins.get(i) < 0 && free.remove(i)) {
                origins.set(i, i);
            }
        }
        return origins;
    }

    private static boolean same(Map<String, Written> before, Map<String, String> row) {
        return before.keySet().equals(row.keySet())
                && row.entrySet().stream().allMatch(cell -> before.get(cell.getKey()).value().equals(cell.getValue()));
    }

    private static Written kept(Optional<Written> old, String value, PersonId by, Instant at) {
        return old.filter(written -> written.value().equals(value)).orElse(new Written(value, by, at));
    }
}
