package dev.kontor.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A keystore with a certificate for localhost, and its password file beside it: what an operator puts there. */
record Keystore(Path file, Path passwordFile) {

    static final String PASSWORD = "shown nowhere";

    /** @param start of its validity, as keytool says it: {@code -10d} */
    static Keystore in(Path folder, String start, int days) throws IOException, InterruptedException {
        Path file = folder.resolve("kontor.p12");
        Path password = Files.writeString(folder.resolve("kontor.p12.password"), PASSWORD + "\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        int code = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "kontor",
                        "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-startdate", start,
                        "-validity", "" + days, "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("keytool ended with " + code);
        }
        return new Keystore(file, password);
    }

    /** Trusts this certificate and nothing else. */
    SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("kontor", own.getCertificate("kontor"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
