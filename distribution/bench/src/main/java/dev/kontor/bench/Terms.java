package dev.kontor.bench;

import dev.kontor.bench.Snapshot.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What one text is found by: words that every copy has, and those of what is its own.
 *
 * @param row one of the template's
 * @param place of the word in the row
 * @param same words of every copy
 * @param own which of a copy's values have words of their own here
 * @param apart takes a text apart, as the product does
 */
record Terms(Object[] row, int place, Set<String> same, List<Integer> own, Function<String, Set<String>> apart) {

    /** @param names of what is the template's own, in the order of a copy's values */
    static List<Terms> of(Table table, String word, List<String> names, Function<String, Set<String>> apart) {
        int place = table.column(word);
        Map<List<Object>, Set<String>> words = new LinkedHashMap<>();
        Map<List<Object>, Object[]> rows = new LinkedHashMap<>();
        for (Object[] row : table.rows()) {
            List<Object> text = IntStream.range(0, row.length).filter(i -> i != place).mapToObj(i -> row[i]).toList();
            rows.putIfAbsent(text, row);
            words.computeIfAbsent(text, any -> new HashSet<>()).add((String) row[place]);
        }
        return words.entrySet().stream().map(text -> of(rows.get(text.getKey()), place, text.getValue(), names, apart)).toList();
    }

    private static Terms of(
            Object[] row, int place, Set<String> words, List<String> names, Function<String, Set<String>> apart) {
        Set<String> same = new HashSet<>(words);
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Set<String> terms = apart.apply(names.get(i));
            if (!terms.isEmpty() && words.containsAll(terms)) {
                same.removeAll(terms);
                own.add(i);
            }
        }
        return new Terms(row, place, same, own, apart);
    }

    Set<String> with(String[] values) {
        Set<String> terms = new HashSet<>(same);
        own.forEach(i -> terms.addAll(apart.apply(values[i])));
        return terms;
    }
}
