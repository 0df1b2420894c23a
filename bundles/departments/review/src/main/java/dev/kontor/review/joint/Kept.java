package dev.kontor.review.joint;

import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An opinion's values as they are kept: one line a value, {@code name TAB words}; rows of groups are numbered from 1. */
public final class Kept {

    private Kept() {}

    public static String of(Values values) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", values, flat);
        StringBuilder lines = new StringBuilder();
        flat.forEach((name, words) -> lines.append(name).append('\t').append(escape(words)).append('\n'));
        return lines.toString();
    }

    /** By name, in the order kept. */
    public static Map<String, String> read(String kept) {
        Map<String, String> values = new LinkedHashMap<>();
        kept.lines().filter(line -> line.contains("\t")).forEach(line -> {
            int tab = line.indexOf('\t');
            values.put(line.substring(0, tab), unescape(line.substring(tab + 1)));
        });
        return values;
    }

    private static void flatten(String prefix, Values values, Map<String, String> flat) {
        values.all().forEach((name, value) -> put(prefix + name, value, flat));
    }

    private static void put(String name, Object value, Map<String, String> flat) {
        if (value instanceof Upload file) {
            flat.put(name, file.name() + " " + file.digest());
        } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Values) {
            for (int i = 0; i < list.size(); i++) {
                flatten(name + "[" + (i + 1) + "].", (Values) list.get(i), flat);
            }
        } else if (value instanceof List<?> list) {
            flat.put(name, String.join(", ", list.stream().map(String::valueOf).toList()));
        } else {
            flat.put(name, String.valueOf(value));
        }
    }

    private static String escape(String words) {
        return words.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replace("\t", " ");
    }

    private static String unescape(String words) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char next = words.charAt(i);
            if (next == '\\' && i + 1 < words.length()) {
                i++;
                plain.append(words.charAt(i) == 'n' ? '\n' : words.charAt(i));
            } else {
                plain.append(next);
            }
        }
        return plain.toString();
    }
}
