package dev.kontor.host.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Which jar starts for the first time now, in a file of this node: found there at the next start of the platform, its start
 * ended the process, and would again.
 */
final class StartMark {

    private final Path file;
    private Optional<String> left;

    /** @param folder of this node alone */
    StartMark(Path folder) {
        this.file = folder.resolve("first-start");
        this.left = Files.exists(file) ? Optional.of(read()) : Optional.empty();
    }

    private String read() {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether this jar was starting when the platform ended; until that is settled. */
    boolean wasStarting(String digest) {
        return left.filter(digest::equals).isPresent();
    }

    void settled() {
        left = Optional.empty();
        clear();
    }

    /** On the disk before the start begins, gone once it has come to an end, however it ended. */
    <E extends Exception> void during(String digest, Start<E> start) throws E {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap(digest.getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            start.run();
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        } finally {
            clear();
        }
    }

    private void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }

    interface Start<E extends Exception> {
        void run() throws E;
    }
}
