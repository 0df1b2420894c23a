package dev.kontor.host.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers of a bundle's manifest: clauses of paths with parameters, separated by commas outside of quotes. */
public final class Headers {

    /**
     * @param paths what stands before the first parameter; several share the parameters
     * @param attributes {@code name=value}, the type of a typed one left out
     * @param directives {@code name:=value}
     */
    public record Clause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {

        public boolean optional() {
            return directives.getOrDefault("resolution", "").equals("optional");
        }
    }

    private Headers() {}

    /** @param header empty for one that is not there */
    public static List<Clause> clauses(String header) {
        return split(header, ',').stream().map(Headers::clause).filter(clause -> !clause.paths().isEmpty()).toList();
    }

    /** The first path alone, of a header that has one. */
    public static String name(String header) {
        return clauses(header).stream().findFirst().map(clause -> clause.paths().get(0)).orElse("");
    }

    private static Clause clause(String words) {
        List<String> paths = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : split(words, ';')) {
            int equals = outside(part, '=');
            if (equals < 0) {
                paths.add(part);
            } else if (part.charAt(Math.max(0, equals - 1)) == ':') {
                directives.put(part.substring(0, equals - 1).strip(), unquoted(part.substring(equals + 1)));
            } else {
                attributes.put(part.substring(0, equals).replaceFirst(":.*", "").strip(), unquoted(part.substring(equals + 1)));
            }
        }
        return new Clause(List.copyOf(paths), Map.copyOf(attributes), Map.copyOf(directives));
    }

    private static List<String> split(String words, char at) {
        List<String> parts = new ArrayList<>();
        String rest = words;
        for (int end = outside(rest, at); end >= 0; end = outside(rest, at)) {
            parts.add(rest.substring(0, end).strip());
            rest = rest.substring(end + 1);
        }
        parts.add(rest.strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** Where the sign stands for the first time outside of quotes; -1 if nowhere. */
    private static int outside(String words, char sign) {
        boolean quoted = false;
        for (int i = 0; i < words.length(); i++) {
            char each = words.charAt(i);
            if (each == '"' && (i == 0 || words.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (each == sign && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String value) {
        String words = value.strip();
        return words.length() > 1 && words.startsWith("\"") && words.endsWith("\"") ? words.substring(1, words.length() - 1) : words;
    }
}
