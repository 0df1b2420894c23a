package dev.kontor.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places for what is each copy's own.
 *
 * @param fixed what stands before, between and behind the places
 * @param own which of the copy's own values stands at each place
 */
record Wording(List<String> fixed, List<Integer> own) {

    /** Finds what is a template's own in its texts. */
    static final class Finder {

        private final List<String> names;
        private final Pattern pattern;

        /** @param names in the order of a copy's values */
        Finder(Collection<String> names) {
            this.names = List.copyOf(names);
            this.pattern = Pattern.compile(names.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?<![A-Za-z0-9])(?:", ")(?![A-Za-z0-9])")));
        }

        Wording of(String text) {
            List<String> fixed = new ArrayList<>();
            List<Integer> own = new ArrayList<>();
            int end = 0;
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                fixed.add(text.substring(end, found.start()));
                own.add(names.indexOf(found.group()));
                end = found.end();
            }
            fixed.add(text.substring(end));
            return new Wording(fixed, own);
        }
    }

    boolean alike() {
        return own.isEmpty();
    }

    String with(String[] values) {
        if (alike()) {
            return fixed.get(0);
        }
        StringBuilder text = new StringBuilder(fixed.get(0));
        for (int i = 0; i < own.size(); i++) {
            text.append(values[own.get(i)]).append(fixed.get(i + 1));
        }
        return text.toString();
    }
}
