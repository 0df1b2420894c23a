package dev.kontor.tls;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** Where HTTPS listens and with which files: framework properties {@code tls.*}. Secrets are in files, never in here. */
record TlsSettings(String host, int port, Path keystore, Path passwordFile) {

    /** Empty when no keystore is named: then there is no HTTPS. */
    static Optional<TlsSettings> of(BundleContext context) {
        String keystore = property(context, "tls.keystore");
        return keystore.isEmpty()
                ? Optional.empty()
                : Optional.of(new TlsSettings(
                        property(context, "tls.host"),
                        Integer.parseInt(property(context, "tls.port")),
                        Path.of(keystore),
                        Path.of(property(context, "tls.password.file"))));
    }

    private static String property(BundleContext context, String name) {
        return Objects.toString(context.getProperty(name), "").strip();
    }
}
