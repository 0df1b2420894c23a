package dev.kontor.testkit.conformance;

import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/** A unit's scripts: numbered without a gap, on tables of its own, and never taking anything away. */
public final class MigrationCheck {

    private static final Pattern NAME = Pattern.compile("V([1-9]\\d*)__[a-z0-9_]+\\.sql");
    private static final Pattern TAKING =
            Pattern.compile("\\b(drop|rename|truncate|delete\\s+from|alter\\s+column|modify)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MADE = Pattern.compile(
            "\\bcreate\\s+(?:unique\\s+)?(table|index|sequence|view)\\s+([\\w${}]+)|\\b(alter\\s+table|insert\\s+into|update)\\s+([\\w${}]+)",
            Pattern.CASE_INSENSITIVE);

    private final SortedMap<String, String> scripts;

    private MigrationCheck(SortedMap<String, String> scripts) {
        this.scripts = scripts;
    }

    /** @param folder that holds the scripts */
    public static MigrationCheck of(Path folder) {
        SortedMap<String, String> scripts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                scripts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new MigrationCheck(scripts);
    }

    /** @param unit that the manifest names; empty if it names none */
    public List<String> problems(String unit) {
        List<String> problems = new ArrayList<>();
        if (unit.isEmpty()) {
            problems.add("There are scripts, and no header Kontor-Unit says whose tables they make.");
        }
        scripts.keySet().stream().filter(name -> !NAME.matcher(name).matches()).forEach(name ->
                problems.add("%s must be called V<number>__<words>.sql.".formatted(name)));
        List<Integer> numbers = numbers();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) != i + 1) {
                problems.add("After version %d comes %d; versions are numbered 1, 2, 3 without a gap.".formatted(i, numbers.get(i)));
                break;
            }
        }
        scripts.forEach((name, script) -> script(name, script.replaceAll("--[^\n]*", ""), unit, problems));
        return problems;
    }

    private static void script(String name, String script, String unit, List<String> problems) {
        Matcher taking = TAKING.matcher(script);
        if (taking.find()) {
            problems.add("%s says %s; a version before, which may come back, still needs what is taken away."
                    .formatted(name, taking.group().toUpperCase(Locale.ROOT)));
        }
        MADE.matcher(script).results().forEach(made -> {
            String thing = made.group(2) == null ? made.group(4) : made.group(2);
            String full = thing.replace("${unit}", unit).toLowerCase(Locale.ROOT);
            if (!full.startsWith(unit + "_")) {
                problems.add("%s makes or changes %s, which must begin with %s_.".formatted(name, thing, unit));
            }
        });
    }

    private List<Integer> numbers() {
        return scripts.keySet().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Runs them one after the other and all of them again, on an empty database. */
    public List<String> run(String unit, StoreHarness store) {
        Migration migration = new Migration(store.pool(), store.dialect());
        try {
            for (int number : numbers()) {
                migration.runUpTo(String.valueOf(number), unit, scripts);
            }
            migration.run(unit, scripts);
            return migration.run(unit, scripts) ? List.of("The scripts were run again although nothing had changed.") : List.of();
        } catch (FlywayException | SQLException refused) {
            return List.of("On %s: %s".formatted(store.dialect(), refused.getMessage().strip()));
        }
    }
}
