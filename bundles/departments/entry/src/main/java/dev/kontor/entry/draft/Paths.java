package dev.kontor.entry.draft;

import dev.kontor.api.form.Values;
import dev.kontor.api.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as a flat map from path to text, {@code lines[2].quantity} for the third row, and back. */
public final class Paths {

    private static final Pattern CELL = Pattern.compile("([a-z-]+)\\[(\\d+)]\\.([a-z-]+)");

    private Paths() {}

    /** Files are left out: they are filed, not typed. */
    public static SortedMap<String, String> flat(Values values) {
        SortedMap<String, String> flat = new TreeMap<>();
        for (String name : values.all().keySet()) {
            if (values.all().get(name) instanceof String) {
                put(flat, name, values.text(name));
            } else if (isRows(values.all().get(name))) {
                List<Values> rows = values.rows(name);
                for (int i = 0; i < rows.size(); i++) {
                    for (String cell : rows.get(i).all().keySet()) {
                        put(flat, cell(name, i, cell), rows.get(i).text(cell));
                    }
                }
            }
        }
        return flat;
    }

    public static Values values(Map<String, String> flat) {
        Map<String, Object> all = new HashMap<>();
        Map<String, TreeMap<Integer, Map<String, Object>>> groups = new HashMap<>();
        flat.forEach((path, value) -> {
            Matcher cell = CELL.matcher(path);
            if (cell.matches()) {
                groups.computeIfAbsent(cell.group(1), name -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(cell.group(2)), row -> new HashMap<>())
                        .put(cell.group(3), value);
            } else {
                all.put(path, value);
            }
        });
        groups.forEach((name, rows) -> all.put(name, rows.values().stream().map(Values::new).toList()));
        return new Values(all);
    }

    /** The rows of a group, cell name to value. */
    public static <V> List<Map<String, V>> rows(Map<String, V> flat, String group) {
        TreeMap<Integer, Map<String, V>> rows = new TreeMap<>();
        flat.forEach((path, value) -> {
            Matcher cell = CELL.matcher(path);
            if (cell.matches() && cell.group(1).equals(group)) {
                rows.computeIfAbsent(Integer.valueOf(cell.group(2)), row -> new TreeMap<>()).put(cell.group(3), value);
            }
        });
        return new ArrayList<>(rows.values());
    }

    public static String cell(String group, int row, String name) {
        return group + "[" + row + "]." + name;
    }

    /** {@code lines} of {@code lines[2].quantity}; a field by itself is its own root. */
    public static String root(String path) {
        int bracket = path.indexOf('[');
        return bracket < 0 ? path : path.substring(0, bracket);
    }

    public static boolean isPath(String path) {
        return path.matches("[a-z-]+") || CELL.matcher(path).matches();
    }

    /** The field's name as people know it: "Quantity, row 3". */
    public static Text label(String path) {
        Matcher cell = CELL.matcher(path);
        if (!cell.matches()) {
            return Text.of("entry.field." + path);
        }
        Text name = Text.of("entry.field." + cell.group(1) + "." + cell.group(3));
        return Text.of("entry.field.cell", name, Integer.parseInt(cell.group(2)) + 1, Text.of("entry.field." + cell.group(1)));
    }

    private static boolean isRows(Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Values;
    }

    private static void put(Map<String, String> flat, String path, String value) {
        if (!value.isEmpty()) {
            flat.put(path, value);
        }
    }
}
