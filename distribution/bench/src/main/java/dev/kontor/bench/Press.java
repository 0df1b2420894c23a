package dev.kontor.bench;

import dev.kontor.bench.Snapshot.Table;
import dev.kontor.bench.Template.Source;
import dev.kontor.kernel.json.Canonical;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes rows of a template into those of a copy. */
final class Press {

    static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern INVOICE = Pattern.compile("(?<=[0-9]{2})[0-9]{18}$");
    /** A machine's, {@code KX-500-2026-0001}. */
    private static final Pattern SERIAL = Pattern.compile("-[0-9]{4}-[0-9]{4,}$");
    private static final long EARLIEST = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Instant.parse("2060-01-01T00:00:00Z").toEpochMilli();

    /** One column of one row. */
    @FunctionalInterface
    interface Cell {
        Object of(Own own, String[] values);
    }

    private final Template template;
    private final List<String> names;
    private final List<Source> sources;
    private final Wording.Finder finder;
    private final Map<String, List<Cell[]>> cells = new LinkedHashMap<>();
    private final Map<String, List<Terms>> terms = new LinkedHashMap<>();

    /** @param apart how the words of each table of words are taken from a text */
    Press(Template template, Map<String, Function<String, Set<String>>> apart) {
        this.template = template;
        this.names = List.copyOf(template.own().keySet());
        this.sources = List.copyOf(template.own().values());
        this.finder = new Wording.Finder(names);
        for (Table table : template.tables()) {
            if (apart.containsKey(table.name())) {
                String word = table.column("word") >= 0 ? "word" : "term";
                terms.put(table.name(), Terms.of(table, word, names, apart.get(table.name())));
            } else if (!table.name().startsWith(Template.JOURNAL)) {
                cells.put(table.name(), table.rows().stream().map(row -> cells(table, row)).toList());
            }
        }
    }

    Template template() {
        return template;
    }

    Wording wording(String text) {
        return finder.of(text);
    }

    private Cell[] cells(Table table, Object[] row) {
        Cell[] made = new Cell[row.length];
        for (int i = 0; i < row.length; i++) {
            made[i] = cell(table.name() + "." + table.columns().get(i), row[i]);
        }
        return made;
    }

    private Cell cell(String column, Object value) {
        if (value instanceof String text) {
            Wording wording = finder.of(text);
            return wording.alike() ? (own, values) -> text : (own, values) -> wording.with(values);
        }
        return switch (column) {
            case "archive_volume.running" -> (own, values) -> own.filed();
            case "kernel_order.due_at" -> template.has("kernel_task") ? number(false, (Long) value) : (own, values) -> Long.MAX_VALUE;
            case "archive_volume.archive_year" -> (own, values) -> own.year();
            default -> value instanceof Long number ? number(column.endsWith(".running"), number) : (own, values) -> value;
        };
    }

    private static Cell number(boolean stamp, long number) {
        long millis = stamp ? number >> Template.STAMP_BITS : number;
        if (!isTime(millis)) {
            return (own, values) -> number;
        }
        return stamp
                ? (own, values) -> number + (own.moved() << Template.STAMP_BITS)
                : (own, values) -> number + own.days() * DAY_MS;
    }

    static boolean isTime(long millis) {
        return EARLIEST <= millis && millis <= LATEST;
    }

    /** What stands in a copy where something is the template's own; of decisions see {@link #rows}. */
    String[] values(Own own, RandomGenerator random) {
        String[] values = new String[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, own, random);
        }
        return values;
    }

    private String value(int i, Own own, RandomGenerator random) {
        return switch (sources.get(i)) {
            case NUMBER -> own.number().value();
            case CONTRACT -> own.contract().written();
            case CONTRACT_KEY -> own.contract().canonical();
            case CUSTOMER -> own.customer().id();
            case CUSTOMER_NAME -> own.customer().name();
            case DAY -> LocalDate.parse(names.get(i)).plusDays(own.days()).toString();
            case SERIES -> series(names.get(i), own);
            case CODE -> series(names.get(i).substring(0, names.get(i).lastIndexOf('-')), own) + "-%04d".formatted(own.filed());
            case DECISION -> "";
            case DRAWN -> drawn(names.get(i), own, random);
        };
    }

    /** The series of archival codes of the copy's year. */
    static String series(String series, Own own) {
        return series.replaceFirst("·\\d{4}-", "·%04d-".formatted(own.year()));
    }

    /** A number with the order's in it; an id, or a number with one in it; an invoice's; one of the year. */
    private String drawn(String name, Own own, RandomGenerator random) {
        String order = template.order();
        if (name.contains(order)) {
            return name.replace(order, own.number().value());
        }
        if (ID.matcher(name).find()) {
            UUID drawn = new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
            return ID.matcher(name).replaceFirst(drawn.toString());
        }
        if (INVOICE.matcher(name).find()) {
            return INVOICE.matcher(name).replaceFirst("%018d".formatted(random.nextLong(1_000_000_000_000_000_000L)));
        }
        if (SERIAL.matcher(name).find()) {
            return SERIAL.matcher(name).replaceFirst("-%04d-%04d".formatted(own.year(), own.running()));
        }
        throw new IllegalStateException("%s of %s has no number that another order could have instead.".formatted(name, order));
    }

    /** By table; those of the decisions come first, as other rows say what their digests are, which is noted in the values. */
    Map<String, List<Object[]>> rows(Own own, String[] values) {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        if (cells.containsKey(Template.DECISIONS)) {
            rows.put(Template.DECISIONS, decisions(own, values));
        }
        cells.forEach((table, of) -> rows.computeIfAbsent(table, any -> of.stream().map(row -> row(row, own, values)).toList()));
        terms.forEach((table, of) -> rows.put(table, words(of, values)));
        return rows;
    }

    private List<Object[]> decisions(Own own, String[] values) {
        Table table = template.table(Template.DECISIONS);
        int content = table.column("content");
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Object[] row = row(cells.get(Template.DECISIONS).get(i), own, values);
            values[names.indexOf(Canonical.digest((String) table.rows().get(i)[content]))] = Canonical.digest((String) row[content]);
            rows.add(row);
        }
        return rows;
    }

    private static Object[] row(Cell[] cells, Own own, String[] values) {
        Object[] row = new Object[cells.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = cells[i].of(own, values);
        }
        return row;
    }

    private List<Object[]> words(List<Terms> of, String[] values) {
        List<Object[]> rows = new ArrayList<>();
        for (Terms each : of) {
            Object[] row = each.row().clone();
            for (int i = 0; i < row.length; i++) {
                row[i] = finder.of((String) row[i]).with(values);
            }
            each.with(values).forEach(word -> {
                Object[] placed = row.clone();
                placed[each.place()] = word;
                rows.add(placed);
            });
        }
        return rows;
    }
}
