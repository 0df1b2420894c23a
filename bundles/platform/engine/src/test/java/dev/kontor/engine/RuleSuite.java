package dev.kontor.engine;

import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rule files of the suites in {@code attacks/} and {@code honest/}. A file's first line says what must become of it; a
 * comment at its end that begins with {@code cases} is its cases. Its words are made here: what is tried is the rules.
 */
final class RuleSuite {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Pattern CASES = Pattern.compile("/\\* cases\\n(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("rule\\s+\"([^\"\\n]+)\"|Reason\\.of\\(\\s*\"([^\"\\n]+)\"");

    private RuleSuite() {}

    /** Every file of a suite, by the path below it. */
    static Stream<String> files(String suite) {
        Path root = RESOURCES.resolve(suite);
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(".drl")).map(path -> root.relativize(path).toString()).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String suite, String file) {
        try {
            return Files.readString(RESOURCES.resolve(suite).resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file as the set of its own that an administrator would upload. */
    static RuleSetFiles set(String suite, String file) {
        String source = text(suite, file);
        TreeSet<String> keys = new TreeSet<>();
        KEY.matcher(source).results().forEach(found -> keys.add(
                found.group(1) == null ? found.group(2) : found.group(1).strip().replaceAll("[\\s:=]+", "-")));
        String parameters = text("", "suite-parameters.csv");
        StringBuilder words = new StringBuilder("title=Trial\n");
        parameters.lines().skip(1).forEach(line ->
                words.append("parameter.").append(line, 0, line.indexOf(',')).append("=A number\n"));
        keys.forEach(key -> words.append(key).append("=").append("words\n"));
        return RuleSetFiles.of("trial/" + suite, Map.of(
                "rules.drl", source,
                "parameters.csv", parameters,
                "cases/cases.yaml", CASES.matcher(source).results().map(found -> found.group(1)).findFirst().orElse("[]\n"),
                "texts.properties", words.toString(),
                "texts_zh.properties", words.toString()));
    }

    /** A message as its reader sees it. */
    static String words(String key, List<Object> arguments, Locale language) {
        Properties messages = new Properties();
        String file = language.equals(Locale.CHINESE) ? "messages_zh.properties" : "messages.properties";
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/i18n").resolve(file))) {
            messages.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<Object> shown = new ArrayList<>(arguments);
        return new MessageFormat(messages.getProperty(key), Locale.ENGLISH).format(shown.toArray());
    }
}
