package dev.kontor.itest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** A key with which a partner signs, made as a partner makes it. */
record PartnerKey(PrivateKey key, CertPath path) {

    private static final String PASSWORD = "open sesame";

    static PartnerKey of(String name, Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        int code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                        "-alias", "partner", "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", store.toString(), "-storetype", "PKCS12",
                        "-storepass", PASSWORD)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("keytool ended with " + code);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD.toCharArray());
        }
        return new PartnerKey((PrivateKey) keys.getKey("partner", PASSWORD.toCharArray()),
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(keys.getCertificate("partner"))));
    }

    byte[] signed(byte[] jar) throws IOException {
        Path file = Files.write(Files.createTempFile(Path.of(System.getProperty("kontor.work")), "unsigned", ".jar"), jar);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new JarSigner.Builder(key, path).build().sign(zip, signed);
        }
        return signed.toByteArray();
    }
}
