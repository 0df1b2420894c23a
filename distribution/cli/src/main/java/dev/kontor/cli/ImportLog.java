package dev.kontor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What earlier runs came to, one line a try: row, digest of its values, number of the try, done or refused.
 *
 * <p>The platform keeps an answer under its key, refusals too. A row that was refused is therefore tried again under the
 * next number; one whose answer was never seen is sent again under the same number and has one effect.
 */
final class ImportLog {

    private static final int DIGEST = 12;

    private record Try(String digest, int number, boolean done) {}

    private final Path file;
    private final Map<String, Try> tries = new HashMap<>();

    ImportLog(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(this::read);
        }
    }

    boolean isDone(Row row) {
        Try last = tries.get(row.key());
        return last != null && last.done() && last.digest().equals(digest(row));
    }

    /** The key of the row's next try. */
    String key(String source, Row row) {
        return "%s:%s:%s:%d".formatted(ascii(source), ascii(row.key()), digest(row), number(row));
    }

    void note(Row row, boolean done) throws IOException {
        Try now = new Try(digest(row), number(row), done);
        tries.put(row.key(), now);
        String line = "%s\t%s\t%d\t%s%n".formatted(row.key(), now.digest(), now.number(), done ? "done" : "refused");
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private int number(Row row) {
        Try last = tries.get(row.key());
        if (last == null || !last.digest().equals(digest(row))) {
            return 0;
        }
        return last.done() ? last.number() : last.number() + 1;
    }

    /** A line that was cut off when a run was killed counts for nothing. */
    private void read(String line) {
        String[] parts = line.split("\t");
        if (parts.length == 4 && parts[2].matches("\\d{1,6}") && parts[3].matches("done|refused")) {
            tries.put(parts[0], new Try(parts[1], Integer.parseInt(parts[2]), parts[3].equals("done")));
        }
    }

    private static String digest(Row row) {
        try {
            byte[] values = Platform.JSON.writeValueAsBytes(row.values());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(values);
            return HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A header holds ASCII; other names are written by their digits. */
    private static String ascii(String name) {
        StringBuilder written = new StringBuilder();
        name.chars().forEach(letter -> {
            boolean plain = letter < 128 && (Character.isLetterOrDigit(letter) || letter == '-' || letter == '.' || letter == '_');
            written.append(plain ? String.valueOf((char) letter) : "~" + Integer.toHexString(letter));
        });
        return written.length() <= 30 ? written.toString() : written.substring(0, 20) + Integer.toHexString(name.hashCode());
    }
}
