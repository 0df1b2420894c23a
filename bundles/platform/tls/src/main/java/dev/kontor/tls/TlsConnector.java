package dev.kontor.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives Jetty its HTTPS connector beside the plain one, and a renewed certificate while it runs. */
final class TlsConnector implements ConnectorFactory {

    private static final Logger LOG = LoggerFactory.getLogger(TlsConnector.class);
    private static final long HSTS_DAYS = 365;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final long IDLE_MS = 60_000;

    private final TlsSettings settings;
    private final SslContextFactory.Server ssl = new SslContextFactory.Server();
    private KeyFile key;
    private FileTime read;
    private volatile boolean listens;

    TlsConnector(TlsSettings settings) throws KeyFile.Unusable, IOException {
        this.settings = settings;
        this.read = Files.getLastModifiedTime(settings.keystore());
        this.key = KeyFile.open(settings.keystore(), settings.passwordFile());
        ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        use(ssl, key);
    }

    private static void use(SslContextFactory factory, KeyFile key) {
        factory.setKeyStore(key.keys());
        factory.setKeyStorePassword(key.password());
    }

    @Override
    public Connector createConnector(Server server) {
        // who asks by an address that is not in the certificate is told so by their own client, not by a status 400
        SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
        secure.setStsMaxAge(HSTS_DAYS, TimeUnit.DAYS);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.addCustomizer(secure);
        ServerConnector connector = new ServerConnector(server, ssl, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MS);
        connector.addEventListener(new Listening(yes -> listens = yes));
        return connector;
    }

    boolean listens() {
        return listens;
    }

    synchronized Instant from() {
        return key.from();
    }

    synchronized Instant until() {
        return key.until();
    }

    /**
     * Takes a keystore that was replaced, for connections that begin from now on.
     *
     * @throws Exception as Jetty or the files have it; the certificate before is kept then
     */
    synchronized void renew() throws Exception {
        FileTime now = Files.getLastModifiedTime(settings.keystore());
        if (now.equals(read)) {
            return;
        }
        KeyFile fresh = KeyFile.open(settings.keystore(), settings.passwordFile());
        ssl.reload(factory -> use(factory, fresh));
        key = fresh;
        read = now;
        LOG.info("The certificate in {} is used from now on; it ends {}.", settings.keystore(), fresh.until());
    }
}
