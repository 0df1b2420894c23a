package dev.kontor.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A manifest that others could not rely on is told so in a sentence")
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
