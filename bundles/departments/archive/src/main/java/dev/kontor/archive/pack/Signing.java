package dev.kontor.archive.pack;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Signatures and digests of packages; nothing but the JDK, because packages are verified without the platform. */
final class Signing {

    static final String ALGORITHM = "Ed25519";

    /** Of a signature, in bytes. */
    static final int SIGNATURE = 64;

    /** Of a public key as X.509 writes it, in bytes. */
    static final int KEY = 44;

    private Signing() {}

    static byte[] sign(byte[] content, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** False too when the key is none. */
    static boolean holds(byte[] content, byte[] key, byte[] signature) {
        try {
            PublicKey signer = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(signer);
            check.update(content);
            return Arrays.equals(signer.getEncoded(), key) && check.verify(signature);
        } catch (GeneralSecurityException noKeyOrSignature) {
            return false;
        }
    }

    /** SHA-256 of the public half, lower-case hex: by this people compare keys. */
    static String fingerprint(KeyPair key) {
        return digest(key.getPublic().getEncoded());
    }

    static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
