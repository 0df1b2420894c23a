package dev.kontor.host;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.util.List;

/** A partner's key, made as a partner makes it. */
public record Signing(PrivateKey key, CertPath path) {

    private static final String PASSWORD = "open sesame";

    public static Signing of(String name, Path folder) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                        "-alias", "partner", "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", store.toString(), "-storetype", "PKCS12",
                        "-storepass", PASSWORD)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool ended with " + process.exitValue());
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD.toCharArray());
        }
        return new Signing((PrivateKey) keys.getKey("partner", PASSWORD.toCharArray()),
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(keys.getCertificate("partner"))));
    }
}
