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

    public Query {
        tail = List.copyOf(tail);
        parameters = Map.copyOf(parameters);
    }

    public String parameter(String name) {
        return parameters.getOrDefault(name, "").strip();
    }
}
