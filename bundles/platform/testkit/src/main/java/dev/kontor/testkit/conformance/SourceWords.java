package dev.kontor.testkit.conformance;

import dev.kontor.testkit.Translations;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words for what a department's sources and rules name: its texts, also those whose key is put together, roles, tasks, documents. */
public final class SourceWords {

    private static final Pattern NAMED = Pattern.compile(
            "\\b(Text\\.of|new\\s+(?:Role|TaskKind|DocumentKind|MilestoneName))\\(\\s*\"([A-Za-z0-9._-]+)\"\\s*(\\+?)");
    /** What stands before a name in the key of its words. */
    private static final Map<String, String> FAMILIES =
            Map.of("Role", "role.", "TaskKind", "task.", "DocumentKind", "document.", "MilestoneName", "milestone.");

    private SourceWords() {}

    /**
     * What has no words, a sentence each.
     *
     * @param folders of Java files and of rule sets; they need not exist
     * @param id of the department whose names are looked at
     */
    public static List<String> problems(List<Path> folders, String id, Properties words) {
        return folders.stream()
                .flatMap(folder -> files(folder, ".java", ".drl").stream())
                .flatMap(file -> NAMED.matcher(read(file)).results()
                        .flatMap(named -> problem(named, id, words.stringPropertyNames()).stream())
                        .map(problem -> "%s: %s".formatted(file.getFileName(), problem)))
                .distinct()
                .toList();
    }

    private static Optional<String> problem(MatchResult named, String id, Set<String> keys) {
        String family = FAMILIES.getOrDefault(named.group(1).replaceFirst("new\\s+", ""), "");
        String key = family + named.group(2);
        boolean own = key.startsWith(family + id + ".");
        boolean begins = !named.group(3).isEmpty();
        boolean known = begins ? keys.stream().anyMatch(each -> each.startsWith(key)) : keys.contains(key);
        return !own || known
                ? Optional.empty()
                : Optional.of(begins ? "There are no words whose key begins with %s.".formatted(key) : "There are no words for %s.".formatted(key));
    }

    /** Texts of rule sets that do not say the same in both languages. */
    public static List<String> ofRules(Path rules) {
        List<String> problems = new ArrayList<>();
        for (Path english : files(rules, "texts.properties")) {
            Path chinese = english.resolveSibling("texts_zh.properties");
            Translations.problems(properties(english), properties(chinese)).stream()
                    .map(problem -> "%s: %s".formatted(rules.relativize(english.getParent()), problem))
                    .forEach(problems::add);
        }
        return problems;
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return properties;
    }

    private static List<Path> files(Path folder, String... endings) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
