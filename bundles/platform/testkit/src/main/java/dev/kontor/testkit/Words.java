package dev.kontor.testkit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How words are found in a bundle's folder. */
final class Words {

    private static final Pattern KEY = Pattern.compile("Text\\.of\\(\\s*\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9])\"\\s*[,)]");

    private Words() {}

    static Properties read(String file) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src", "main", "resources", "i18n", file))) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    static List<String> keysIn(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(Words::results)
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The keys of the records of the bundle's {@code facts} packages and of their components. */
    static List<String> ofFactsIn(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(path -> path.getParent().endsWith("facts") && !path.endsWith("package-info.java"))
                    .map(path -> sources.relativize(path).toString().replaceAll("[/\\\\]", ".").replaceFirst("\\.java$", ""))
                    .flatMap(Words::ofFact)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> ofFact(String name) {
        try {
            Class<?> fact = Class.forName(name);
            String key = "fact.field." + fact.getSimpleName();
            return Stream.concat(
                    Stream.of(key),
                    Stream.of(fact.getRecordComponents()).map(component -> key + "." + component.getName()));
        } catch (ClassNotFoundException notCompiled) {
            throw new IllegalStateException(notCompiled);
        }
    }

    private static Stream<MatchResult> results(Path source) {
        try {
            return KEY.matcher(Files.readString(source)).results();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
