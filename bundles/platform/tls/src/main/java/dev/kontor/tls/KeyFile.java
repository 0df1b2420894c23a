package dev.kontor.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;

/** The server's certificate with its chain and key: a PKCS#12 file that was opened with the password of another file. */
public final class KeyFile {

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** What is wrong with the files. */
    public enum Fault {
        KEYSTORE_UNREADABLE,
        PASSWORD_UNREADABLE,
        PASSWORD_NOT_SECRET,
        PASSWORD_WRONG,
        NO_KEYSTORE,
        NO_KEY
    }

    /** The files cannot be used. The message names the file and never holds anything from inside it. */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;
        private final Fault fault;
        private final String file;

        Unusable(Fault fault, Path file) {
            super(fault + ": " + file);
            this.fault = fault;
            this.file = file.toString();
        }

        public Fault fault() {
            return fault;
        }

        public String file() {
            return file;
        }
    }

    private final KeyStore keys;
    private final String password;
    private final X509Certificate certificate;

    private KeyFile(KeyStore keys, String password, X509Certificate certificate) {
        this.keys = keys;
        this.password = password;
        this.certificate = certificate;
    }

    /** @param passwordFile its first line is the password; readable by its owner alone */
    public static KeyFile open(Path keystore, Path passwordFile) throws Unusable {
        String password = password(passwordFile);
        try (InputStream in = Files.newInputStream(keystore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            return new KeyFile(keys, password, certificate(keys, password, keystore));
        } catch (IOException e) {
            boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
            Fault fault = !Files.isReadable(keystore) || Files.isDirectory(keystore) ? Fault.KEYSTORE_UNREADABLE : Fault.NO_KEYSTORE;
            throw new Unusable(wrong ? Fault.PASSWORD_WRONG : fault, wrong ? passwordFile : keystore);
        } catch (GeneralSecurityException e) {
            throw new Unusable(Fault.NO_KEYSTORE, keystore);
        }
    }

    private static String password(Path file) throws Unusable {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && !Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS)) {
                throw new Unusable(Fault.PASSWORD_NOT_SECRET, file);
            }
            return Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new Unusable(Fault.PASSWORD_UNREADABLE, file);
        }
    }

    private static X509Certificate certificate(KeyStore keys, String password, Path keystore)
            throws GeneralSecurityException, Unusable {
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)
                    && keys.getKey(alias, password.toCharArray()) != null
                    && keys.getCertificate(alias) instanceof X509Certificate found) {
                return found;
            }
        }
        throw new Unusable(Fault.NO_KEY, keystore);
    }

    KeyStore keys() {
        return keys;
    }

    String password() {
        return password;
    }

    /** From when the certificate is good. */
    public Instant from() {
        return certificate.getNotBefore().toInstant();
    }

    /** Until when the certificate is good. */
    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }
}
