package dev.kontor.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;

/** Signs a jar and changes it afterwards. */
final class Tampering {

    private static final String PASSWORD = "open sesame";

    private Tampering() {}

    static byte[] with(byte[] jar) throws IOException {
        Path folder = Instance.folder();
        Path file = Files.write(folder.resolve("whole.jar"), jar);
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            signer(folder.resolve("key.p12")).sign(zip, signed);
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
        return changed(signed.toByteArray());
    }

    private static JarSigner signer(Path store) throws IOException, GeneralSecurityException {
        try {
            new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "partner",
                            "-keyalg", "EC", "-dname", "CN=Bad", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD)
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (InterruptedException ending) {
            throw new IOException(ending);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD.toCharArray());
        }
        return new JarSigner.Builder((PrivateKey) keys.getKey("partner", PASSWORD.toCharArray()),
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(keys.getCertificate("partner")))).build();
    }

    private static byte[] changed(byte[] jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
                if (entry.getName().endsWith(".xml")) {
                    out.write('\n');
                }
            }
        }
        return bytes.toByteArray();
    }
}
