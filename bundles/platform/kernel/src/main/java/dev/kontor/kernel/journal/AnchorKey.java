package dev.kontor.kernel.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The installation's key pair. The private half stays beside the database and not in it; the public half is copied along. */
final class AnchorKey {

    static final String PRIVATE = "anchor.key";
    static final String PUBLIC = "anchor.pub";
    private static final String ALGORITHM = "Ed25519";

    private AnchorKey() {}

    /**
     * The private key, made with its public half when there is neither.
     *
     * @throws IOException also when one of the halves is lost: what was signed before must stay verifiable
     */
    static PrivateKey of(Path data, Path anchors) throws IOException {
        Path secret = data.resolve(PRIVATE);
        if (!Files.exists(secret) && !Files.exists(anchors.resolve(PUBLIC))) {
            make(secret, anchors.resolve(PUBLIC));
        }
        try {
            verifying(anchors);
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(read(secret)));
        } catch (GeneralSecurityException e) {
            throw new IOException(secret + " is no private key.", e);
        }
    }

    /** @throws IOException when it is not there or no key */
    static PublicKey verifying(Path anchors) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(read(anchors.resolve(PUBLIC))));
        } catch (GeneralSecurityException e) {
            throw new IOException(anchors.resolve(PUBLIC) + " is no public key.", e);
        }
    }

    private static void make(Path secret, Path open) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createDirectories(open.getParent());
            write(secret, "PRIVATE", pair.getPrivate().getEncoded(), "rw-------");
            write(open, "PUBLIC", pair.getPublic().getEncoded(), "rw-r--r--");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** Closed to others from its first byte; there as a whole or not at all. */
    private static void write(Path file, String kind, byte[] key, String mode) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] modes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
        Files.createFile(fresh, modes);
        Files.writeString(fresh, "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n"
                .formatted(kind, Base64.getEncoder().encodeToString(key), kind));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] read(Path file) throws IOException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        try {
            return Base64.getDecoder().decode(pem.lines().filter(line -> !line.startsWith("-")).findFirst().orElse("").strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no key.", e);
        }
    }
}
