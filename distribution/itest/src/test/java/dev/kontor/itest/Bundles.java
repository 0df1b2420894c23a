package dev.kontor.itest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Partners' bundles as the administrator sees them, over REST. */
record Bundles(Platform platform, Rest admin) {

    /** Whoever administers: asked anew after each start. */
    static Bundles of(Platform platform) {
        try {
            return new Bundles(platform, new Rest(platform.url(), Files.readString(platform.archive().data().resolve("cli.token")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String digest(byte[] jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Into the folder {@code deploy}, whole at once. */
    void drop(String name, byte[] jar) throws IOException {
        Path arriving = platform.archive().home().resolve("deploy").resolve(name + ".part");
        Files.write(arriving, jar);
        Files.move(arriving, arriving.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void approve(byte[] jar) {
        admin.command("bundles/approve", Map.of("values", Map.of("bundle", digest(jar), "fingerprint", digest(jar)))).expect(200);
    }

    void update(byte[] jar, String becomes) {
        update(jar);
        becomes(jar, becomes);
    }

    /** Handed in and approved. */
    void update(byte[] jar) {
        String handle = admin.upload("lift.jar", jar);
        admin.command("bundles/update", Map.of("values", Map.of("file", handle))).expect(200);
        approve(jar);
    }

    /** How a jar stands on the page; the state changes when the platform comes to it. */
    void becomes(byte[] jar, String state) {
        becomes(jar, state, () -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200)));
    }

    /** @param meanwhile what somebody does over and over until then */
    void becomes(byte[] jar, String state, Runnable meanwhile) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!state(jar).equals(state)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("%s is %s, and did not become %s.%n%s".formatted(digest(jar), state(jar), state, platform.log()));
            }
            meanwhile.run();
        }
    }

    /** Empty when the page does not know it. */
    private String state(byte[] jar) {
        for (JsonNode block : admin.get("pages/bundles").expect(200).body().path("blocks")) {
            for (JsonNode row : block.path("rows")) {
                if (row.get(0).path("href").asText().endsWith(digest(jar))) {
                    return row.get(2).path("text").asText();
                }
            }
        }
        return "";
    }
}
