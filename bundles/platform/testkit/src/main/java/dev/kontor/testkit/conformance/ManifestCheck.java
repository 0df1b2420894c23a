package dev.kontor.testkit.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a department owes those who come after it: a range of the api that it runs on, and records of facts as all that it shares. */
public final class ManifestCheck {

    /** Where a project's bundle is put together. */
    static final Path CLASSES = Path.of("target", "classes");

    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");

    private ManifestCheck() {}

    /** The manifest of the project in whose folder this runs. */
    public static Manifest built() {
        try (InputStream content = Files.newInputStream(CLASSES.resolve(JarFile.MANIFEST_NAME))) {
            return new Manifest(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The project has no manifest yet. Maybe its build lacks the bnd plugin.", unreadable);
        }
    }

    /** The persistence unit; empty when the bundle has no tables. */
    static String unit(Manifest manifest) {
        return header(manifest, "Kontor-Unit").strip();
    }

    public static List<String> problems(Manifest manifest) {
        return Stream.concat(
                        clauses(manifest, "Import-Package").stream().map(ManifestCheck::imported),
                        clauses(manifest, "Export-Package").stream().map(ManifestCheck::exported))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> imported(String clause) {
        String imported = named(clause);
        return imported.startsWith("dev.kontor.api.") && !clause.matches("(?s).*version=\"?\\[.*")
                ? Optional.of("%s is imported in any version; a platform of another api could not say so.".formatted(imported))
                : Optional.empty();
    }

    private static Optional<String> exported(String clause) {
        String exported = named(clause);
        if (!exported.endsWith(".facts") || exported.startsWith("dev.kontor.api.")) {
            return Optional.of("%s is exported; a department shares nothing but the records of its package facts.".formatted(exported));
        }
        return clause.contains("version=") ? Optional.empty() : Optional.of("%s is exported without a version.".formatted(exported));
    }

    private static String named(String clause) {
        return clause.split(";")[0].strip();
    }

    private static List<String> clauses(Manifest manifest, String header) {
        return CLAUSE.matcher(header(manifest, header)).results().map(MatchResult::group).toList();
    }

    private static String header(Manifest manifest, String name) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(name)).orElse("");
    }
}
