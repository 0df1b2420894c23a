package dev.kontor.console.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that a form carries to prove that we drew it. It is masked with fresh random bytes in every answer, so that
 * the size of compressed pages tells nothing about it.
 */
final class Token {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    static String fresh() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String masked(String secret) {
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        byte[] mask = new byte[plain.length];
        RANDOM.nextBytes(mask);
        byte[] both = new byte[plain.length * 2];
        System.arraycopy(mask, 0, both, 0, mask.length);
        for (int i = 0; i < plain.length; i++) {
            both[mask.length + i] = (byte) (plain[i] ^ mask[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    static boolean matches(String masked, String secret) {
        byte[] both;
        try {
            both = Base64.getUrlDecoder().decode(masked);
        } catch (IllegalArgumentException garbled) {
            return false;
        }
        byte[] plain = new byte[both.length / 2];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (both[i] ^ both[plain.length + i]);
        }
        return !secret.isEmpty() && MessageDigest.isEqual(plain, secret.getBytes(StandardCharsets.UTF_8));
    }
}
