package dev.kontor.api.page;

import dev.kontor.api.people.Person;
import java.util.List;
import java.util.Map;

/**
 * What a reader asks a page for.
 *
 * @param tail the path's parts behind the page's own
 * @param parameters of the address, first value each
 */
public record Query(Person reader, List<String> tail, Map<String, String> parameters) {

    private static final int MOST_ROWS = 200;

    public Query {
        tail = List.copyOf(tail);
        parameters = Map.copyOf(parameters);
    }

    public String parameter(String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /** How many rows a part of a long list has: what {@code rows} in the address says, 1 to 200, or as usual. */
    public int rows(int usual) {
        String wanted = parameter("rows");
        return wanted.matches("[1-9]\\d{0,2}") ? Math.min(Integer.parseInt(wanted), MOST_ROWS) : usual;
    }
}
