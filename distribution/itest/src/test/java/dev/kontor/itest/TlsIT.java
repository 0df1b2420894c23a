package dev.kontor.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("HTTPS of the unpacked archive")
class TlsIT {

    private static HttpResponse<String> get(HttpClient client, int port, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aClientThatVerifiesIsServedAndPlainHttpIsForThisMachineAlone() throws Exception {
        Archive archive = Archive.unpack("tls").staffed();
        Keystore keystore = Keystore.in(archive.home(), "-1d", 30);
        int https = Platform.freePort();
        archive.configure("TLS_KEYSTORE=" + keystore.file(), "HTTPS_HOST=0.0.0.0", "HTTPS_PORT=" + https);
        try (Platform platform = new Platform(archive, "--demo")) {
            platform.start();
            HttpClient client = HttpClient.newBuilder().sslContext(keystore.trusting()).build();

            HttpResponse<String> page = get(client, https, "/sign-in");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.sslSession()).hasValueSatisfying(session -> assertThat(session.getProtocol()).isEqualTo("TLSv1.3"));
            assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-").contains("; Secure");
            assertThat(get(client, https, "/health/ready").statusCode()).isEqualTo(200);
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get(HttpClient.newHttpClient(), https, "/sign-in"));
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new Socket("127.0.0.2", platform.port()).close());
            assertThat(archive.kontor("status").code()).as("bin/kontor speaks to it all the same").isZero();
            assertThat(platform.said()).contains("Kontor is ready at https://").doesNotContain("Kontor warns");
            assertThat(Files.readString(Path.of("/proc/" + platform.handle().pid() + "/cmdline"))).doesNotContain(Keystore.PASSWORD);
            assertThat(platform.log() + platform.said()).doesNotContain(Keystore.PASSWORD);
        }
    }

    @Test
    void aCertificateThatHasEndedIsServedAndSaidOnTheTerminalAndByTheStatus() throws Exception {
        Archive archive = Archive.unpack("tls-ended").staffed();
        Keystore keystore = Keystore.in(archive.home(), "-10d", 5);
        archive.configure("TLS_KEYSTORE=" + keystore.file(), "HTTPS_HOST=127.0.0.1", "HTTPS_PORT=" + Platform.freePort(), "START_SECONDS=900");
        String port = "" + Platform.freePort();
        Archive.Ended started = archive.kontor("start", "--demo", "--port", port);
        try {
            assertThat(started.code()).as(started.words()).isZero();
            assertThat(started.words()).contains("Kontor warns: tls: The TLS certificate ended on");
            assertThat(archive.kontor("status").words()).contains("The TLS certificate ended on");
        } finally {
            assertThat(archive.kontor("stop").code()).isZero();
        }
    }

    @Test
    void aStartThatCannotServeEndsInWordsBeforeItBegins() throws Exception {
        Archive archive = Archive.unpack("tls-refused");
        Keystore keystore = Keystore.in(archive.home(), "-1d", 30);
        String named = "TLS_KEYSTORE=" + keystore.file();

        archive.configure(named, "HTTP_HOST=0.0.0.0");
        assertRefused(archive, "HTTP_HOST=0.0.0.0", "not encrypted");
        archive.configure("TLS_KEYSTORE=/nowhere/kontor.p12", "TLS_PASSWORD_FILE=" + keystore.passwordFile());
        assertRefused(archive, "/nowhere/kontor.p12 is not there");
        archive.configure(named, "TLS_PASSWORD_FILE=/nowhere/password");
        assertRefused(archive, "/nowhere/password is not there");
        Files.setPosixFilePermissions(keystore.passwordFile(), PosixFilePermissions.fromString("rw-r--r--"));
        archive.configure(named);
        assertRefused(archive, "chmod 600 " + keystore.passwordFile());
        Files.setPosixFilePermissions(keystore.passwordFile(), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(keystore.passwordFile(), "guessed\n");
        assertRefused(archive, "does not open the keystore");
    }

    @Test
    void aPortInUseAndAnAddressOfAnotherMachineAreSaid() throws Exception {
        Archive archive = Archive.unpack("taken");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            archive.configure("HTTP_PORT=" + taken.getLocalPort());
            assertRefused(archive, "Something else listens at 127.0.0.1 port " + taken.getLocalPort());
        }
        archive.configure("HTTP_HOST=192.0.2.1", "PROXY=true");
        assertRefused(archive, "192.0.2.1 is no address of this machine");
    }

    private static void assertRefused(Archive archive, String... words) {
        Archive.Ended ended = archive.kontor("run");
        assertThat(ended.code()).as(ended.words()).isEqualTo(1);
        assertThat(ended.words()).contains(words);
    }
}
