package dev.kontor.console.list;

import dev.kontor.api.page.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a list is found: its path, and what narrows and sorts it, always in the same order, so that two addresses of the
 * same list are the same text. The place within the list is no part of it.
 */
public record Address(String path, List<String> names, Map<String, String> values) {

    public Address {
        names = List.copyOf(names);
        values = Map.copyOf(values);
    }

    /** @param names of the parameters that count, in their order */
    public static Address of(String path, Query query, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        names.stream()
                .filter(name -> !query.parameter(name).isEmpty())
                .forEach(name -> values.put(name, query.parameter(name)));
        return new Address(path, names, values);
    }

    /** An empty value takes it off. */
    public Address with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(path, names, changed);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public String query() {
        return names.stream()
                .filter(values::containsKey)
                .map(name -> name + "=" + encoded(values.get(name)))
                .collect(Collectors.joining("&"));
    }

    /** Where the list goes on; empty if it does not. */
    public String after(String place) {
        if (place.isEmpty()) {
            return "";
        }
        return path + "?" + (query().isEmpty() ? "" : query() + "&") + "after=" + encoded(place);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return query().isEmpty() ? path : path + "?" + query();
    }
}
