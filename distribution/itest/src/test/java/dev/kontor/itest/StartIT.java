package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bin/kontor of the unpacked archive")
class StartIT {

    private static final Pattern FIRST_PASSWORD = Pattern.compile("(?m)^KONTOR FIRST PASSWORD admin: (\\S+)$");

    @Test
    void aFirstStartPrintsTheAdministratorsPasswordOnceAndHasNoDemoAccounts() throws Exception {
        try (Platform platform = new Platform(Archive.unpack("first"))) {
            platform.start();
            assertThat(FIRST_PASSWORD.matcher(platform.said()).results().count()).isEqualTo(1);
            assertThat(page(platform.url().resolve("sign-in")).body()).doesNotContain("lina");
            Rest.Got demo = new Rest(platform.url(), "").post(
                    "tokens", java.util.Map.of("name", "lina", "password", "lina", "days", 1), "");
            assertThat(demo.status()).isBetween(401, 403);
            platform.stop();
            platform.start();
            assertThat(FIRST_PASSWORD.matcher(platform.said()).results().count()).isEqualTo(1);
        }
    }

    @Test
    void theTokenOfTheCommandLineIsReadableByItsOwnerAlone() throws IOException {
        try (Platform platform = new Platform(Archive.unpack("token").staffed(), "--demo")) {
            platform.start();
            var token = platform.archive().data().resolve("cli.token");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token))).isEqualTo("rw-------");
        }
    }

    @Test
    void startStatusStopInTheBackground() throws Exception {
        Archive archive = Archive.unpack("background").staffed();
        String port = "" + Platform.freePort();
        assertThat(archive.kontor("status").code()).isEqualTo(3);
        Archive.Ended started = archive.kontor("start", "--demo", "--port", port);
        try {
            assertThat(started.code()).as(started.words()).isZero();
            assertThat(started.words()).contains("http://127.0.0.1:" + port + "/");
            assertThat(archive.kontor("status", "--port", port).code()).isZero();
            assertThat(page(URI.create("http://127.0.0.1:" + port + "/health/ready")).statusCode()).isEqualTo(200);
            assertThat(page(URI.create("http://127.0.0.1:" + port + "/sign-in")).body()).contains("lina");
            assertThat(archive.kontor("start", "--demo", "--port", port).code()).isNotZero();
        } finally {
            assertThat(archive.kontor("stop").code()).isZero();
        }
        assertThat(archive.kontor("status").code()).isEqualTo(3);
    }

    @Test
    void theClassesOfARunAreMappedByTheNextAndMadeAgainWhenTheyAreDamaged() throws IOException {
        Archive archive = Archive.unpack("classes").staffed();
        Path loaded = archive.home().resolve("loaded.txt");
        archive.configure("JVM_OPTIONS=\"$JVM_OPTIONS -Xlog:class+load:file=%s:none:filecount=0\"".formatted(loaded), "CLASS_ARCHIVE=true");
        try (Platform platform = new Platform(archive, "--demo")) {
            assertThat(mapped(platform, loaded)).isFalse();
            assertThat(mapped(platform, loaded)).isTrue();
            Path classes = classes(archive);
            Files.delete(classes);
            Files.writeString(classes, "half");
            assertThat(mapped(platform, loaded)).isFalse();
            assertThat(Files.size(classes(archive))).isGreaterThan(1_000_000);
        }
    }

    private static boolean mapped(Platform platform, Path loaded) throws IOException {
        platform.start().stop();
        try (Stream<String> lines = Files.lines(loaded)) {
            return lines.anyMatch(line -> line.startsWith("dev.kontor.kernel.") && line.contains("shared objects file"));
        }
    }

    private static Path classes(Archive archive) throws IOException {
        try (Stream<Path> files = Files.list(archive.data().resolve("cache"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jsa")).findFirst().orElseThrow();
        }
    }

    @Test
    void anAddressThatOthersReachIsRefusedWithoutADeclaredProxy() throws IOException {
        Archive archive = Archive.unpack("address");
        archive.configure("HTTP_HOST=0.0.0.0");
        Archive.Ended ended = archive.kontor("run");
        assertThat(ended.code()).isNotZero();
        assertThat(ended.words()).contains("0.0.0.0").contains("TLS").contains("PROXY=true");
    }

    @Test
    void itSaysItsVersionAndWhatItDoesNotKnow() {
        Archive archive = Archive.unpack("words");
        assertThat(archive.kontor("version").words()).isEqualTo("Kontor " + System.getProperty("kontor.version") + "\n");
        assertThat(archive.kontor("dance").code()).isNotZero();
        assertThat(archive.kontor("dance").words()).contains("dance");
    }

    private static HttpResponse<String> page(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
