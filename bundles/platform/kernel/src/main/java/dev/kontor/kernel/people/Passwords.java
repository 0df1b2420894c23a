package dev.kontor.kernel.people;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.kontor.api.form.Values;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/**
 * Argon2id. Only a few hashes are made at a time, so that a flood of sign-ins leaves processors for the work; who waits
 * too long is told to come again.
 */
@Component(service = Passwords.class)
public final class Passwords {

    private static final Set<String> FIELDS = Set.of("password", "current", "again");
    /** OWASP's first choice: 19 MiB, two passes; about 60 ms. */
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int LENGTH = 32;
    private static final int SALT = 16;
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final long PATIENCE_MILLIS = 3_000;
    /** Compared with when there is no such account, so that both take the same time. */
    private static final String NOBODY = encode(new byte[SALT]) + "$" + encode(new byte[LENGTH]);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final int kibibytes;
    private final int passes;

    public Passwords() {
        this(KIBIBYTES, PASSES);
    }

    Passwords(int kibibytes, int passes) {
        this.kibibytes = kibibytes;
        this.passes = passes;
    }

    /** The values of a request without the passwords that commands about accounts ask for. */
    public static Values leftOut(String command, Values values) {
        if (!command.startsWith("accounts/")) {
            return values;
        }
        Map<String, Object> rest = new HashMap<>(values.all());
        rest.keySet().removeAll(FIELDS);
        return new Values(rest);
    }

    /** Salt and hash; what is kept. */
    String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return encode(salt) + "$" + encode(raw(password, salt));
    }

    /**
     * Whether the password is the one behind the hash; empty when too many are being compared already.
     *
     * @param hash empty if there is no account: takes as long and is never right
     */
    Optional<Boolean> matches(String password, String hash) {
        String[] parts = (hash.isEmpty() ? NOBODY : hash).split("\\$");
        if (!enter()) {
            return Optional.empty();
        }
        try {
            byte[] actual = raw(password, Base64.getDecoder().decode(parts[0]));
            boolean equal = MessageDigest.isEqual(actual, Base64.getDecoder().decode(parts[1]));
            return Optional.of(equal && !hash.isEmpty());
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The function holds as much memory as a hash takes from when it is first asked for: not before somebody signs in. */
    private byte[] raw(String password, byte[] salt) {
        Argon2Function argon = Argon2Function.getInstance(kibibytes, passes, LANES, LENGTH, Argon2.ID);
        return argon.hash(password.getBytes(StandardCharsets.UTF_8), salt).getBytes();
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
