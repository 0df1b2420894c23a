package dev.kontor.host.inspect;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * Who signed a jar.
 *
 * @param key SHA-256 of the public key, lower-case hex: it outlives a certificate that is renewed
 * @param name as the certificate says it, which nobody has checked
 */
public record Signer(String key, String name) {

    static Signer of(X509Certificate certificate) {
        return new Signer(sha256(certificate.getPublicKey().getEncoded()), certificate.getSubjectX500Principal().getName());
    }

    /** Lower-case hex. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
