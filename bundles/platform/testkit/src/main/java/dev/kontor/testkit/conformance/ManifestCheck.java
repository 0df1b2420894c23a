package dev.kontor.testkit.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a bundle asks of the framework. */
public final class ManifestCheck {

    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");
    private static final List<String> OFFERED =
            List.of("java.", "dev.kontor.api.", "jakarta.persistence", "org.eclipse.persistence", "org.slf4j", "org.osgi.", "gg.jte");
    private static final List<String> REFUSED = List.of("DynamicImport-Package", "Fragment-Host", "Require-Bundle");

    private ManifestCheck() {}

    /** The manifest of the project in whose folder this runs. */
    public static Manifest built() {
        try (InputStream content = Files.newInputStream(Path.of("target", "classes", "META-INF", "MANIFEST.MF"))) {
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
        List<String> problems = new ArrayList<>();
        String name = header(manifest, "Bundle-SymbolicName").split(";")[0].strip();
        if (name.isEmpty()) {
            problems.add("The bundle has no Bundle-SymbolicName.");
        }
        if (name.matches("dev\\.kontor\\.(?!samples\\.).*")) {
            problems.add("The bundle is called %s; names below dev.kontor belong to the platform.".formatted(name));
        }
        REFUSED.stream().filter(header -> !header(manifest, header).isEmpty()).forEach(header ->
                problems.add("The bundle has the header %s: %s. It may reach into bundles that are not its own.".formatted(header, header(manifest, header))));
        Set<String> own = clauses(manifest, "Export-Package").stream().map(ManifestCheck::named).collect(Collectors.toSet());
        clauses(manifest, "Import-Package").forEach(clause -> imported(clause, own).ifPresent(problems::add));
        clauses(manifest, "Export-Package").forEach(clause -> exported(clause).ifPresent(problems::add));
        return problems;
    }

    private static Optional<String> imported(String clause, Set<String> own) {
        String imported = named(clause);
        if (imported.startsWith("dev.kontor.api.") && !clause.matches("(?s).*version=\"?\\[.*")) {
            return Optional.of("%s is imported in any version; a platform of another api could not say so.".formatted(imported));
        }
        boolean known = own.contains(imported) || OFFERED.stream().anyMatch(imported::startsWith);
        return known || clause.contains("resolution:=optional")
                ? Optional.empty()
                : Optional.of("%s is imported, which a platform does not offer to departments. Maybe put the library into the bundle."
                        .formatted(imported));
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
