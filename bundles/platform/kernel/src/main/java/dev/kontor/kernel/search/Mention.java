package dev.kontor.kernel.search;

import dev.kontor.kernel.rows.Condition;
import dev.kontor.kernel.rows.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders that are mentioned in other tables: those with a word, those with a task of a kind. One of the places is enough. */
public record Mention(List<Place> places) {

    /** Where orders are mentioned, in a column {@code order_number}. */
    public enum Table {
        WORD("kernel_word", ""),
        TASK("kernel_task", ", index=KERNEL_TASK_ORDER"),
        ARRIVAL("kernel_arrival", "");

        private final String sql;
        private final String oneByOne;

        /** @param index of Derby, by which an order's mentions are found */
        Table(String sql, String index) {
            this.sql = sql;
            this.oneByOne = sql + " m --DERBY-PROPERTIES joinStrategy=NESTEDLOOP" + index + "\n";
        }
    }

    /** Which rows of a table. */
    public record Place(Table table, Condition condition) {

        public static Place in(Table table, String sql, Object... values) {
            return new Place(table, Condition.of(sql, values));
        }
    }

    public static Mention in(Table table, String sql, Object... values) {
        return new Mention(List.of(Place.in(table, sql, values)));
    }

    /** The numbers of the orders where the mentions are few; nothing where they are more. Never reads more than so many. */
    public Optional<Set<String>> few(Rows rows, int most) {
        Set<String> numbers = new HashSet<>();
        for (Place place : places) {
            List<String> found = rows
                    .all("select order_number from " + place.table().sql + " where " + place.condition().sql()
                            + " fetch first " + (most + 1) + " rows only", place.condition().values().toArray())
                    .stream()
                    .map(row -> row.text(0))
                    .toList();
            if (found.size() > most) {
                return Optional.empty();
            }
            numbers.addAll(found);
        }
        return Optional.of(numbers);
    }

    /**
     * The same as a condition over {@code kernel_order}, which each order is asked on its own. Stores know nothing of the
     * few rows that a page has, and would first collect all orders that are mentioned: Derby is told not to in what is a
     * comment elsewhere, and PostgreSQL makes no join of a question with an offset.
     */
    public Condition asked() {
        String any = places.stream()
                .map(place -> "exists (select 1 from " + place.table().oneByOne + "where m.order_number = kernel_order.number and "
                        + place.condition().sql() + " offset 0 rows)")
                .collect(Collectors.joining(" or "));
        return new Condition(
                places.size() == 1 ? any : "(" + any + ")",
                places.stream().flatMap(place -> place.condition().values().stream()).toList());
    }
}
