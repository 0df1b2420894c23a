package dev.kontor.host.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Which jar starts now, in a file of this node: found there at the next start of the platform, its start ended the process. */
final class StartMark {

    private static final Left NOTHING = new Left("", 0);

    private final Path file;
    private Left left;

    /** @param times in a row */
    private record Left(String digest, int times) {}

    /** @param folder of this node alone */
    StartMark(Path folder) {
        this.file = folder.resolve("starting");
        this.left = Files.exists(file) ? read() : NOTHING;
    }

    /** The process may have ended before anything was written. */
    private Left read() {
        try {
            String[] words = Files.readString(file).split(" ");
            return words.length == 2 ? new Left(words[0], Integer.parseInt(words[1])) : NOTHING;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How often in a row the platform ended while this jar was starting; until that is settled. */
    int ended(String digest) {
        return left.digest().equals(digest) ? left.times() : 0;
    }

    void settled() {
        left = NOTHING;
        clear();
    }

    /** On the disk before the start begins, gone once it has come to an end, however it ended. */
    <E extends Exception> void during(String digest, Start<E> start) throws E {
        write(digest + " " + (ended(digest) + 1));
        try {
            start.run();
        } finally {
            clear();
            if (ended(digest) > 0) {
                left = NOTHING;
            }
        }
    }

    private void write(String words) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
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
