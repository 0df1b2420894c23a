package dev.kontor.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kontor.api.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("HTTPS")
class TlsCheckTest {

    @TempDir
    private Path folder;

    private final Server server = new Server();
    private Instant now = Instant.now();

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private TlsCheck check(TlsSettings settings) {
        return new TlsCheck(Optional.of(settings), () -> now);
    }

    private void serve(TlsCheck check) throws Exception {
        server.addConnector(check.connector().orElseThrow().createConnector(server));
        server.start();
    }

    @Test
    void isNotMissedWhereNobodyWantsIt() {
        TlsCheck none = new TlsCheck(Optional.empty(), () -> now);

        assertThat(none.missing()).isEmpty();
        assertThat(none.warning()).isEmpty();
    }

    @Test
    void isMissedUntilItListensAndForEverWithoutItsKeystore() throws Exception {
        TlsSettings made = new Keytool(folder).made("localhost", "-1d", 30, 0);
        TlsCheck check = check(made);
        assertThat(check.missing()).contains(Text.of("tls.not-open"));

        serve(check);

        assertThat(check.missing()).isEmpty();
        Files.delete(made.keystore());
        assertThat(check(made).missing()).contains(Text.of("tls.not-open"));
    }

    @Test
    void warnsFromFourteenDaysBeforeTheCertificateEnds() throws Exception {
        TlsCheck check = check(new Keytool(folder).made("localhost", "-1d", 30, 0));
        Instant end = check.connector().orElseThrow().until();

        assertThat(warned(check, end.minus(Duration.ofDays(14)).minusMillis(1))).isEmpty();
        assertThat(warned(check, end.minus(Duration.ofDays(14)))).isEqualTo("tls.ends");
        assertThat(warned(check, end.minusMillis(1))).isEqualTo("tls.ends");
        assertThat(warned(check, end)).isEqualTo("tls.ended");
        assertThat(warned(check, end.minus(Duration.ofDays(30)).minusMillis(1))).isEqualTo("tls.not-yet");
        assertThat(warned(check, end.minus(Duration.ofDays(30)))).isEmpty();
    }

    private String warned(TlsCheck check, Instant at) {
        now = at;
        return check.warning().map(Text::key).orElse("");
    }

    @Test
    void speaksToWhoTrustsItsCertificateInTlsOfTodayOnly() throws Exception {
        TlsSettings made = new Keytool(folder).made("localhost", "-1d", 30, 0);
        serve(check(made));

        try (SSLSocket socket = connected(made)) {
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
        try (SSLSocket socket = (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket("localhost", port())) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(socket::startHandshake);
        }
    }

    @Test
    void takesARenewedKeystoreWithoutARestartAndKeepsTheOldOneBeforeABrokenOne() throws Exception {
        TlsSettings made = new Keytool(folder).made("before", "-1d", 30, 0);
        TlsCheck check = check(made);
        serve(check);
        assertThat(name(made)).isEqualTo("CN=before");

        Files.writeString(made.keystore(), "half copied");
        Files.setLastModifiedTime(made.keystore(), FileTime.from(Instant.now().plusSeconds(1)));
        check.tick();
        assertThat(check.connector().orElseThrow().listens()).isTrue();

        new Keytool(folder).made("after", "-1d", 90, 0);
        Files.setLastModifiedTime(made.keystore(), FileTime.from(Instant.now().plusSeconds(2)));
        check.tick();
        assertThat(name(made)).isEqualTo("CN=after");
    }

    private String name(TlsSettings made) throws Exception {
        try (SSLSocket socket = connected(made)) {
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSubjectX500Principal().getName();
        }
    }

    /** By a client that trusts what is in the keystore, and nothing else. */
    private SSLSocket connected(TlsSettings made) throws Exception {
        KeyStore own = KeyStore.getInstance(made.keystore().toFile(), Keytool.PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", own.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port());
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }
}
