package dev.kontor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applies a mapping to its files. */
final class Rows {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    /** Files found by what stands in a column. */
    private record Joined(String name, String on, Map<String, List<Map<String, String>>> rows) {}

    private record GroupRows(Mapping.Group group, List<Joined> joins, Map<String, List<Map<String, String>>> rows) {}

    private final Mapping mapping;
    private final Table table;
    private final List<Joined> joins;
    private final Map<String, GroupRows> groups = new LinkedHashMap<>();

    /** @param file instead of the mapping's own, if there is one */
    Rows(Mapping mapping, Path folder, Optional<Path> file) throws IOException {
        this.mapping = mapping;
        this.table = Table.read(file.orElse(folder.resolve(mapping.file())), mapping.delimiter());
        this.joins = joins(mapping.join(), folder);
        for (Map.Entry<String, Mapping.Group> group : mapping.groups().entrySet()) {
            Mapping.Group rows = group.getValue();
            Table other = Table.read(folder.resolve(rows.file()), mapping.delimiter());
            groups.put(group.getKey(), new GroupRows(rows, joins(rows.join(), folder), other.by(rows.on())));
        }
        if (!table.has(mapping.rowKey())) {
            throw new IOException("%s: %s?".formatted(table.name(), mapping.rowKey()));
        }
    }

    List<Row> all() {
        List<Row> all = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            all.add(row(all.size() + 2, row));
        }
        return all;
    }

    /** The rows of another file, each field from a column or a constant. */
    static List<Map<String, String>> plain(Table table, Map<String, String> columns, Map<String, String> constants) {
        return table.rows().stream()
                .map(row -> {
                    Map<String, String> values = new TreeMap<>(constants);
                    columns.forEach((field, column) -> values.put(field, row.getOrDefault(column, "").strip()));
                    return values;
                })
                .toList();
    }

    private Row row(int line, Map<String, String> own) {
        Map<String, String> row = joined(own, joins);
        String key = row.getOrDefault(mapping.rowKey(), "");
        Map<String, Object> values = new TreeMap<>(filled(mapping.columns(), mapping.constants(), row, ""));
        groups.forEach((field, group) -> values.put(field, rows(field, group, key)));
        values.put("source", mapping.source());
        values.put("row", key);
        String state = String.valueOf(values.getOrDefault("state", mapping.state()));
        values.put("state", mapping.states().getOrDefault(state, state));
        values.put("representative", representative(row.getOrDefault(mapping.representative(), "")));
        values.put("columns", columns());
        return new Row(line, key, values, row.getOrDefault(mapping.upload(), ""));
    }

    private List<Map<String, String>> rows(String field, GroupRows group, String key) {
        return group.rows().getOrDefault(key, List.of()).stream()
                .map(row -> joined(row, group.joins()))
                .map(row -> {
                    Map<String, String> values = filled(group.group().columns(), group.group().constants(), row, field + ".");
                    values.putAll(filled(group.group().upload(), Map.of(), row, field + "."));
                    return values;
                })
                .toList();
    }

    private Map<String, String> filled(
            Map<String, String> columns, Map<String, String> constants, Map<String, String> row, String path) {
        Map<String, String> values = new TreeMap<>(constants);
        columns.forEach((field, column) -> {
            String value = column.contains("{") ? pattern(column, row) : row.getOrDefault(column, "");
            if (!value.isBlank()) {
                values.put(field, mapping.dates().contains(path + field) ? day(value) : value.strip());
            }
        });
        return values;
    }

    /** A day that is none stays as it is: the platform says so, with the column's name. */
    private String day(String written) {
        try {
            String iso = written.strip().substring(0, Math.min(10, written.strip().length()));
            return LocalDate.parse(iso).plusDays(mapping.shiftDays()).toString();
        } catch (DateTimeException notADay) {
            return written;
        }
    }

    private String representative(String written) {
        Map<String, String> reps = mapping.reps();
        return reps.getOrDefault(written, reps.getOrDefault("*", written));
    }

    /** Lets the platform name the column where something is wrong. */
    private String columns() {
        Map<String, String> origins = new TreeMap<>(mapping.columns());
        mapping.groups().forEach((field, group) -> Stream.of(group.columns(), group.upload()).forEach(columns -> columns
                .forEach((name, column) -> origins.put(field + "." + name, Path.of(group.file()).getFileName() + ": " + column))));
        if (!mapping.representative().isEmpty()) {
            origins.put("representative", mapping.representative());
        }
        return origins.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String pattern(String pattern, Map<String, String> row) {
        Matcher places = PLACE.matcher(pattern);
        return places.replaceAll(place -> Matcher.quoteReplacement(row.getOrDefault(place.group(1), "")));
    }

    private List<Joined> joins(Map<String, Mapping.Join> joins, Path folder) throws IOException {
        List<Joined> all = new ArrayList<>();
        for (Map.Entry<String, Mapping.Join> join : joins.entrySet()) {
            Mapping.Join other = join.getValue();
            Table file = Table.read(folder.resolve(other.file()), mapping.delimiter());
            all.add(new Joined(join.getKey(), other.on(), file.by(other.by())));
        }
        return all;
    }

    private static Map<String, String> joined(Map<String, String> row, List<Joined> joins) {
        Map<String, String> whole = new HashMap<>(row);
        for (Joined join : joins) {
            List<Map<String, String>> found = join.rows().getOrDefault(row.getOrDefault(join.on(), ""), List.of());
            if (!found.isEmpty()) {
                found.get(0).forEach((column, value) -> whole.put(join.name() + "." + column, value));
            }
        }
        return whole;
    }
}
