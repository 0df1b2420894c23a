package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What must never depend on what, read from the manifests of the bundles that ship")
class BundleBoundariesIT {

    private static final Set<String> PLATFORM = Set.of("api", "kernel", "store", "engine", "console", "rest", "tables", "print", "signatures", "tls", "host");
    private static final List<String> ALLOWED_TO_DEPARTMENTS =
            List.of("java.", "jakarta.persistence", "org.eclipse.persistence", "org.slf4j", "org.osgi.", "gg.jte");

    record Shipped(String name, List<String> imports, List<String> exports, boolean embedsLibraries) {

        static Shipped of(Path jar) {
            try (JarFile file = new JarFile(jar.toFile())) {
                Attributes manifest = file.getManifest().getMainAttributes();
                String name = String.valueOf(manifest.getValue("Bundle-SymbolicName")).split(";")[0];
                return new Shipped(
                        name,
                        packages(manifest.getValue("Import-Package")),
                        packages(manifest.getValue("Export-Package")),
                        manifest.getValue("Bundle-ClassPath") != null);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static List<String> packages(String header) {
            if (header == null) {
                return List.of();
            }
            Matcher clauses = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+").matcher(header);
            return clauses.results().map(clause -> clause.group().split(";")[0].strip()).toList();
        }

        boolean isOurs() {
            return name.startsWith("dev.kontor.") && !name.startsWith("dev.kontor.libraries.");
        }

        boolean isDepartment() {
            return isOurs() && !PLATFORM.contains(name.substring("dev.kontor.".length()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Shipped> all() throws IOException {
        return Archive.unpack("boundaries").jars().stream().map(Shipped::of).toList();
    }

    static Stream<Shipped> departments() throws IOException {
        return all().stream().filter(Shipped::isDepartment);
    }

    static Stream<Shipped> others() throws IOException {
        return all().stream().filter(bundle -> bundle.isOurs() && !bundle.isDepartment());
    }

    @Test
    void thePlatformAndItsDepartmentsShip() throws IOException {
        assertThat(all()).map(Shipped::name).contains(
                "dev.kontor.api", "dev.kontor.kernel", "dev.kontor.store", "dev.kontor.engine", "dev.kontor.console",
                "dev.kontor.rest", "dev.kontor.tables", "dev.kontor.print", "dev.kontor.signatures", "dev.kontor.host", "dev.kontor.entry", "dev.kontor.review", "dev.kontor.legal",
                "dev.kontor.production", "dev.kontor.logistics", "dev.kontor.finance", "dev.kontor.aftersales", "dev.kontor.archive",
                "dev.kontor.supervision");
    }

    @ParameterizedTest
    @MethodSource("departments")
    void aDepartmentKnowsTheApiAndTheLibrariesAllowedToIt(Shipped department) {
        assertThat(department.imports()).allMatch(imported -> imported.startsWith("dev.kontor.api.")
                || imported.startsWith(department.name() + ".")
                || ALLOWED_TO_DEPARTMENTS.stream().anyMatch(imported::startsWith));
    }

    @ParameterizedTest
    @MethodSource("departments")
    void aDepartmentExportsNothingButFacts(Shipped department) {
        assertThat(department.exports()).allMatch(exported -> exported.equals(department.name() + ".facts"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void thePlatformsBundlesMeetAsServicesThroughTheApi(Shipped bundle) {
        assertThat(bundle.imports())
                .filteredOn(imported -> imported.startsWith("dev.kontor."))
                .allMatch(imported -> imported.startsWith("dev.kontor.api.")
                        || imported.startsWith(bundle.name())
                        || imported.equals("dev.kontor.store")
                                && List.of("dev.kontor.kernel", "dev.kontor.engine", "dev.kontor.host").contains(bundle.name())
                        || imported.startsWith("dev.kontor.libraries."));
    }

    @ParameterizedTest
    @MethodSource("others")
    void onlyTheEngineKnowsDroolsAndOnlyTheConsoleKnowsTemplates(Shipped bundle) {
        assertThat(bundle.imports())
                .noneMatch(imported -> !bundle.name().equals("dev.kontor.engine")
                        && (imported.startsWith("org.kie.") || imported.startsWith("org.drools.")))
                .noneMatch(imported -> !bundle.name().equals("dev.kontor.console") && imported.startsWith("gg.jte"));
    }

    @Test
    void theApiNeedsNothingButJava() throws IOException {
        assertThat(all().stream().filter(bundle -> bundle.name().equals("dev.kontor.api")))
                .singleElement()
                .satisfies(api -> assertThat(api.imports())
                        .allMatch(imported -> imported.startsWith("java.") || imported.startsWith("dev.kontor.api.")));
    }
}
