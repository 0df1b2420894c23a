package dev.kontor.bench;

import dev.kontor.bench.Snapshot.Table;
import dev.kontor.kernel.json.Canonical;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What one order left in the store, by table, and what in it is its own alone: of each of that, where a copy's comes from. */
final class Template {

    static final String ORDERS = "kernel_order";
    static final String JOURNAL = "kernel_journal";
    static final String DECISIONS = "kernel_decision";
    /** Of a stamp, behind its milliseconds. */
    static final int STAMP_BITS = 12;
    private static final Pattern DAY = Pattern.compile("(?<![A-Za-z0-9])20\\d\\d-\\d\\d-\\d\\d(?![0-9])");
    /** Years before and after the template within which a day is one of its life. */
    private static final int SPAN = 5;

    /** Where a copy's value comes from. */
    enum Source { NUMBER, CONTRACT, CONTRACT_KEY, CUSTOMER, CUSTOMER_NAME, DAY, DECISION, SERIES, CODE, DRAWN }

    private final String order;
    private final List<Table> tables;
    private final LocalDate day;
    private final Map<String, Source> own = new LinkedHashMap<>();

    private Template(String order, List<Table> tables) {
        this.order = order;
        this.tables = tables;
        this.day = LocalDate.parse(text(ORDERS, "signed_on"));
    }

    static Template of(Snapshot snapshot, String order) {
        Set<String> names = new HashSet<>(Set.of(order));
        List<Set<Object[]>> chosen = new ArrayList<>();
        snapshot.tables().forEach(table -> chosen.add(new LinkedHashSet<>()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < chosen.size(); i++) {
                grown |= choose(snapshot.tables().get(i), names, chosen.get(i));
            }
        }
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (!chosen.get(i).isEmpty()) {
                tables.add(snapshot.tables().get(i).with(List.copyOf(chosen.get(i))));
            }
        }
        Template template = new Template(order, tables);
        template.name();
        return template;
    }

    /** Rows that name the order, or a row that does. */
    private static boolean choose(Table table, Set<String> names, Set<Object[]> chosen) {
        boolean grown = false;
        for (Object[] row : table.rows()) {
            if (Stream.of(row).anyMatch(value -> value instanceof String text && names.contains(text)) && chosen.add(row)) {
                grown = true;
                if (table.key() >= 0 && row[table.key()] instanceof String key) {
                    names.add(key);
                }
            }
        }
        return grown;
    }

    /** More rows of a table like those that there are, until there are so many: each with an id and a place of its own. */
    void fill(String name, String id, String place, int wanted) {
        Table table = table(name);
        List<Object[]> rows = new ArrayList<>(table.rows());
        for (int i = 0; rows.size() < wanted; i++) {
            Object[] row = table.rows().get(i).clone();
            row[table.column(id)] = UUID.randomUUID().toString();
            row[table.column(place)] = rows.size() + 1;
            own.put((String) row[table.column(id)], Source.DRAWN);
            rows.add(row);
        }
        tables.set(tables.indexOf(table), table.with(rows));
    }

    private void name() {
        own.put(order, Source.NUMBER);
        own.put(text(ORDERS, "contract"), Source.CONTRACT);
        own.putIfAbsent(text(ORDERS, "contract_key"), Source.CONTRACT_KEY);
        own.put(text(ORDERS, "customer"), Source.CUSTOMER);
        own.put(text(ORDERS, "customer_name"), Source.CUSTOMER_NAME);
        tables.forEach(table -> table.rows().forEach(row -> keyed(table, row)));
        tables.forEach(table -> table.rows().forEach(row -> told(table, row)));
        tables.forEach(table -> table.rows().forEach(this::days));
    }

    private void keyed(Table table, Object[] row) {
        if (table.name().equals("archive_volume")) {
            own.put((String) row[table.column("series")], Source.SERIES);
            own.put((String) row[table.column("code")], Source.CODE);
        }
        if (table.name().equals(DECISIONS)) {
            own.put(Canonical.digest((String) row[table.column("content")]), Source.DECISION);
        }
        if (table.key() >= 0 && row[table.key()] instanceof String key) {
            own.putIfAbsent(key, Source.DRAWN);
        }
    }

    /** What no two rows have alike, and nothing says yet that it is this order's. */
    private void told(Table table, Object[] row) {
        for (List<Integer> unique : table.uniques()) {
            List<String> texts = unique.stream().filter(i -> row[i] instanceof String).map(i -> (String) row[i]).toList();
            if (unique.size() == texts.size() && texts.stream().noneMatch(own::containsKey)) {
                own.put(texts.get(texts.size() - 1), Source.DRAWN);
            }
        }
    }

    private void days(Object[] row) {
        for (Object value : row) {
            if (value instanceof String text) {
                DAY.matcher(text).results().map(MatchResult::group).filter(this::lived).forEach(found -> own.put(found, Source.DAY));
            }
        }
    }

    private boolean lived(String found) {
        return Math.abs(Integer.parseInt(found.substring(0, 4)) - day.getYear()) <= SPAN;
    }

    String text(String table, String column) {
        Table found = table(table);
        return (String) found.rows().get(0)[found.column(column)];
    }

    Table table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    boolean has(String name) {
        return tables.stream().anyMatch(table -> table.name().equals(name));
    }

    List<Table> tables() {
        return tables;
    }

    LocalDate day() {
        return day;
    }

    String order() {
        return order;
    }

    /** When the first and the last of it was written, in milliseconds. */
    LongSummaryStatistics written() {
        return tables.stream().flatMapToLong(Template::stamps).summaryStatistics();
    }

    /** The milliseconds of a table's stamps. */
    static LongStream stamps(Table table) {
        int running = table.column("running");
        return running < 0 ? LongStream.empty() : table.rows().stream()
                .mapToLong(row -> ((Number) row[running]).longValue() >> STAMP_BITS)
                .filter(Press::isTime);
    }

    Map<String, Source> own() {
        return own;
    }
}
