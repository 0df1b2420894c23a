package dev.kontor.console.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says a journal's fields and their values in words. A bundle names its fields by {@code <department>.field.<name>}, those
 * of rows by {@code <department>.field.<group>.<name>}; names that several share stand below {@code change.}.
 */
final class Fields {

    /** {@code lines[0].price} counts from 0 as forms do, {@code lines.1.price} from 1 as people do. */
    private static final Pattern CELL = Pattern.compile("([a-z-]+)(?:\\[(\\d{1,6})]|\\.(\\d{1,6}))\\.([a-z-]+)");
    private static final Pattern ABOUT = Pattern.compile("(\\S+) (\\S+)");
    private static final List<String> PEOPLE = List.of("holder", "representative");
    /** Codes that the platform itself has words for. */
    private static final Map<String, String> CODES = Map.of(
            "payment.kind", "console.instalment.",
            "payment.means", "console.means.",
            "payment.due-event", "console.event.",
            "payment.due-or-event", "console.event.",
            "payment.due-which", "console.due-which.",
            "payment.due-unit", "console.due-unit.",
            "terms.kind", "console.term.",
            "outcome", "change.outcome.",
            "roster", "department.");

    private final Function<String, Optional<String>> words;
    private final UnaryOperator<String> names;

    /**
     * @param words of a key, in the reader's language
     * @param names sign-in name to the person's name
     */
    Fields(Function<String, Optional<String>> words, UnaryOperator<String> names) {
        this.words = words;
        this.names = names;
    }

    /** @param kind of the journal's line; before its first dot stands whose field it is */
    String name(String kind, String path) {
        Matcher cell = CELL.matcher(path);
        if (cell.matches()) {
            int row = cell.group(2) == null ? Integer.parseInt(cell.group(3)) : Integer.parseInt(cell.group(2)) + 1;
            return "%s %d · %s".formatted(
                    label(kind, cell.group(1)).orElse(cell.group(1)), row, label(kind, plain(path)).orElse(cell.group(4)));
        }
        Matcher about = ABOUT.matcher(path);
        if (about.matches()) {
            String thing = about.group(2);
            return names.apply(about.group(1)) + " · "
                    + first("change." + thing, "role." + thing, "task." + thing).orElse(thing);
        }
        return label(kind, path).orElseGet(() -> words.apply("change." + kind).map(word -> word + " · " + path).orElse(path));
    }

    String value(String kind, String path, String value) {
        if (value.isEmpty()) {
            return "–";
        }
        String field = path.substring(path.lastIndexOf(' ') + 1);
        if (PEOPLE.contains(field)) {
            return names.apply(value);
        }
        if (value.equals("yes") || value.equals("no") || value.equals("granted")) {
            return words.apply("change." + value).orElse(value);
        }
        String plain = plain(field);
        return first(CODES.getOrDefault(plain, "change." + plain + ".") + value, owner(kind) + "." + plain + "." + value)
                .orElse(value);
    }

    private Optional<String> label(String kind, String path) {
        return first(owner(kind) + ".field." + path, "change." + path, "change." + path.substring(path.lastIndexOf('.') + 1));
    }

    private Optional<String> first(String... keys) {
        return Stream.of(keys).flatMap(key -> words.apply(key).stream()).findFirst();
    }

    private static String plain(String path) {
        Matcher cell = CELL.matcher(path);
        return cell.matches() ? cell.group(1) + "." + cell.group(4) : path;
    }

    private static String owner(String kind) {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind : kind.substring(0, dot);
    }
}
