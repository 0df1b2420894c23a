package dev.kontor.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A manifest that a platform would refuse is told so in a sentence")
final class ManifestCheckTest {

    @Test
    void aPlainDepartmentIsFine() {
        assertThat(problems(
                        "Bundle-SymbolicName", "com.example.customs;singleton:=true",
                        "Import-Package", "dev.kontor.api.department;version=\"[1.0,1.1)\",java.util,org.osgi.service.component,com.example.customs.facts;version=\"[1.0,2)\"",
                        "Export-Package", "com.example.customs.facts;version=\"1.0.0\""))
                .isEmpty();
    }

    @Test
    void aNameOfThePlatform() {
        assertThat(problems("Bundle-SymbolicName", "dev.kontor.customs")).singleElement().asString().contains("belong to the platform");
    }

    @Test
    void aBundleWithoutAName() {
        assertThat(problems("Bundle-Version", "1.0.0")).containsExactly("The bundle has no Bundle-SymbolicName.");
    }

    @Test
    void whatReachesIntoOtherBundles() {
        assertThat(problems(
                        "Bundle-SymbolicName", "com.example.customs", "DynamicImport-Package", "*", "Fragment-Host", "dev.kontor.kernel",
                        "Require-Bundle", "dev.kontor.kernel"))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).contains("not its own"));
    }

    @Test
    void anImportFromThePlatformsInside() {
        assertThat(problems("Bundle-SymbolicName", "com.example.customs", "Import-Package", "dev.kontor.kernel.desk;version=\"[0.1,1)\""))
                .singleElement().asString().contains("dev.kontor.kernel.desk is imported, which a platform does not offer");
    }

    @Test
    void anImportOfTheApiInAnyVersion() {
        assertThat(problems("Bundle-SymbolicName", "com.example.customs", "Import-Package", "dev.kontor.api.desk"))
                .singleElement().asString().contains("in any version");
    }

    @Test
    void anExportBesideFactsAndOneWithoutAVersion() {
        assertThat(problems(
                        "Bundle-SymbolicName", "com.example.customs",
                        "Export-Package", "com.example.customs;version=\"1.0.0\",com.example.customs.facts,dev.kontor.api.desk.facts;version=\"1.0.0\""))
                .satisfiesExactly(
                        shared -> assertThat(shared).contains("com.example.customs is exported; a department shares nothing"),
                        bare -> assertThat(bare).contains("com.example.customs.facts is exported without a version"),
                        ours -> assertThat(ours).contains("dev.kontor.api.desk.facts is exported; a department shares nothing"));
    }

    private static List<String> problems(String... headers) {
        Manifest manifest = new Manifest();
        for (int i = 0; i < headers.length; i += 2) {
            manifest.getMainAttributes().putValue(headers[i], headers[i + 1]);
        }
        return ManifestCheck.problems(manifest);
    }
}
