package dev.kontor.engine.set;

import dev.kontor.api.rule.Parameter;
import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.rule.RuleTables;
import dev.kontor.api.rule.RuleTables.Cell;
import dev.kontor.api.rule.RuleTables.Number;
import dev.kontor.api.rule.RuleTables.Read;
import dev.kontor.api.rule.RuleTables.Table;
import dev.kontor.api.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A set with its decision tables said as files of the other kinds: rules, lines of {@code parameters.csv}, titles of the
 * numbers. They go the same way as what is written by hand; what is found wrong with them is told of the cell.
 */
public final class SaidTables {

    /** The bundle that reads tables. */
    private static final String BUNDLE = "dev.kontor.tables";
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
    private static final Pattern WITHIN_RULES = Pattern.compile("[Ll]ine \\d+:\\d+,? *");

    /** @param before how many lines of the file were not made of the table */
    private record Lines(String table, int before, List<Cell> cells) {}

    private final RuleSetFiles files;
    private final String notation;
    private final Map<String, byte[]> made = new TreeMap<>();
    private final Map<String, List<Lines>> lines = new TreeMap<>();
    private final Set<String> titles = new LinkedHashSet<>();

    private SaidTables(RuleSetFiles files, String notation) {
        this.files = files;
        this.notation = notation;
    }

    /** Notes what keeps the tables from being read; then the rest is worth nothing. */
    public static SaidTables of(RuleSetFiles files, Optional<RuleTables> reader, Problems problems) {
        SaidTables said = new SaidTables(files, files.tables().isEmpty() ? "" : reader.map(RuleTables::notation).orElse(""));
        Map<Number, String> numbers = new LinkedHashMap<>();
        for (String file : files.tables()) {
            Optional<Read> read = reader.map(tables -> tables.read(files.set(), said.packageName(), file, files.files().get(file)));
            if (read.isEmpty()) {
                problems.in(file, "engine.tables-missing", BUNDLE);
            } else {
                read.get().faults().forEach(fault -> problems.add(at(file, fault.cell(), new Problem("", 0, 0, fault.message()))));
                said.rules(file, read.get().tables());
                read.get().tables().forEach(table -> table.numbers().forEach(number -> numbers.put(number, file)));
            }
        }
        if (!numbers.isEmpty()) {
            said.parameters(numbers);
            ReasonTexts words = ReasonTexts.parse(files, new Problems());
            said.titles(ReasonTexts.ENGLISH, words, false, ": ", numbers.keySet());
            said.titles(ReasonTexts.CHINESE, words, true, "：", numbers.keySet());
        }
        return said;
    }

    private String packageName() {
        return files.paths(".drl").stream()
                .map(file -> PACKAGE.matcher(files.text(file)))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(files.set().replaceAll("[^a-z]", "_"));
    }

    private void rules(String file, List<Table> tables) {
        for (int i = 0; i < tables.size(); i++) {
            String name = file + "." + (i + 1) + ".drl";
            made.put(name, tables.get(i).rules().getBytes(StandardCharsets.UTF_8));
            lines.put(name, List.of(new Lines(file, 0, tables.get(i).cells())));
        }
    }

    private void parameters(Map<Number, String> numbers) {
        String before = files.text(ParameterTable.FILE);
        StringBuilder text = new StringBuilder(before.isEmpty() ? ParameterTable.HEADER + "\n" : before.endsWith("\n") ? before : before + "\n");
        int line = (int) text.chars().filter(c -> c == '\n').count();
        List<Lines> places = new ArrayList<>();
        for (Map.Entry<Number, String> number : numbers.entrySet()) {
            Parameter row = number.getKey().parameter();
            text.append(String.join(",", row.name(), row.value().toPlainString(), row.unit(), row.from().toString(), row.clause().value())).append('\n');
            places.add(new Lines(number.getValue(), line++, List.of(number.getKey().cell())));
        }
        made.put(ParameterTable.FILE, text.toString().getBytes(StandardCharsets.UTF_8));
        lines.put(ParameterTable.FILE, places);
    }

    /** A number is called after its rule and its column. */
    private void titles(String file, ReasonTexts words, boolean inChinese, String between, Set<Number> numbers) {
        Map<String, String> added = new LinkedHashMap<>();
        for (Number number : numbers) {
            titles.add(ReasonTexts.PARAMETER + number.column());
            String key = ReasonTexts.PARAMETER + number.parameter().name();
            if (!words.words(inChinese).containsKey(key)) {
                String rule = words.words(inChinese).getOrDefault(ReasonTexts.key(number.rule()), number.rule());
                added.put(key, rule + between + words.parameter(number.column(), inChinese));
            }
        }
        StringBuilder text = new StringBuilder(files.text(file)).append('\n');
        added.forEach((key, title) -> text.append(key).append('=').append(title.replace("\\", "\\\\").replace("\n", "\\n")).append('\n'));
        made.put(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** As a person would have written it. */
    public RuleSetFiles whole() {
        return files.with(made);
    }

    /** The keys of the titles of the tables' columns. */
    public Set<String> titles() {
        return titles;
    }

    /** Empty where there are no tables. */
    public String notation() {
        return notation;
    }

    /** What decides beside the rules: numbers and words. */
    public Map<String, byte[]> kept() {
        Map<String, byte[]> kept = new TreeMap<>(made);
        kept.keySet().removeIf(name -> name.endsWith(".drl"));
        return kept;
    }

    /** A problem of the whole where people look for it: what is wrong with what was made of a cell is wrong with the cell. */
    public Problem back(Problem found) {
        Text message = told(found.message());
        Optional<Lines> place = place(found.file(), found.line());
        if (place.isEmpty()) {
            return new Problem(found.file(), found.line(), found.column(), message, found.severity());
        }
        Cell cell = found.line() == 0 ? new Cell("", 0, 0) : cell(place.get(), found.line());
        return at(place.get().table(), cell, new Problem("", 0, 0, message, found.severity()));
    }

    private static Problem at(String file, Cell cell, Problem found) {
        if (cell.row() == 0) {
            return new Problem(file, 0, 0, found.message(), found.severity());
        }
        Text name = cell.sheet().isEmpty() ? Text.plain(cell.name()) : Text.of("engine.cell-of-sheet", cell.sheet(), cell.name());
        return new Problem(file, cell.row(), cell.column(), Text.of(Problems.IN_CELL, name, found.message()), found.severity());
    }

    /** Without a place in rules that nobody has written. */
    private Text told(Text message) {
        List<Object> arguments = new ArrayList<>(message.arguments());
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof String words && lines.containsKey(words) && i + 1 < arguments.size()
                    && arguments.get(i + 1) instanceof Integer line) {
                Optional<Lines> place = place(words, line);
                if (place.isPresent()) {
                    arguments.set(i, place.get().table());
                    arguments.set(i + 1, cell(place.get(), line).row());
                }
            } else if (arguments.get(i) instanceof String words && !lines.isEmpty()) {
                arguments.set(i, WITHIN_RULES.matcher(words).replaceAll(""));
            }
        }
        return new Text(message.key(), arguments);
    }

    /** The table's file and the row. */
    public Optional<RowPlace> row(String file, int line) {
        return place(file, line).map(place -> new RowPlace(place.table(), line == 0 ? 0 : cell(place, line).row()));
    }

    public record RowPlace(String file, int row) {}

    private Optional<Lines> place(String file, int line) {
        return lines.getOrDefault(file, List.of()).stream()
                .filter(each -> file.endsWith(".drl") || line > each.before() && line <= each.before() + each.cells().size())
                .findFirst();
    }

    private static Cell cell(Lines place, int line) {
        return place.cells().get(Math.min(line - place.before(), place.cells().size()) - 1);
    }
}
