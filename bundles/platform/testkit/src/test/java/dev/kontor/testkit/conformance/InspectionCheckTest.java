package dev.kontor.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What the host says of a bundle is handed on")
final class InspectionCheckTest {

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void bundle() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(classes.resolve("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\nBundle-SymbolicName: customs\n");
    }

    @Test
    void oneThatIsLetIn() throws IOException {
        host("[ \"$1 $2\" = \"bundle inspect\" ] && head -c 2 \"$3\" | grep -q PK && echo Bundle: customs");

        assertThat(InspectionCheck.problems(folder, classes)).isEmpty();
    }

    @Test
    void oneThatIsRefusedInTwoSentences() throws IOException {
        host("echo One. >&2; echo 二。 >&2; echo Refused: 2; exit 1");

        assertThat(InspectionCheck.problems(folder, classes)).containsExactly("One.", "二。");
    }

    @Test
    void aHostThatCannotBeAskedIsNoHostThatLetsIn() throws IOException {
        assertThatIllegalStateException().isThrownBy(() -> InspectionCheck.problems(folder, classes)).withMessageContaining("There is no distribution in");

        host("echo 'Java 17 or newer is needed.' >&2; exit 2");
        assertThatIllegalStateException().isThrownBy(() -> InspectionCheck.problems(folder, classes)).withMessageContaining("ended with 2: [Java 17");
    }

    private void host(String script) throws IOException {
        Path command = Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("kontor"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
