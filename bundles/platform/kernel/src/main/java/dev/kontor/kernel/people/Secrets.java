package dev.kontor.kernel.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets, and the digests by which they are kept: what is in the store opens no door. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    /** Without those that read alike. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private Secrets() {}

    /** 256 bits, safe in cookies, headers and addresses. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A password that a person can copy from a screen: 80 bits. */
    static String typeable() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            words.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return words.toString();
    }

    /** SHA-256, lower-case hex. */
    static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
