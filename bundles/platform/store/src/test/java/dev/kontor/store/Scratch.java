package dev.kontor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that nobody needs after the JVM: in memory where there is room for that, because the disk may be busy with others. */
final class Scratch {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 1L << 30;
    private static final String PREFIX = "kontor-tests-";
    private static final Duration SURELY_GONE = Duration.ofDays(1);

    private Scratch() {}

    static Path folder(String name) {
        try {
            boolean memory = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
            Path place = memory ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
            leftBehind(place).forEach(Scratch::remove);
            return Files.createTempDirectory(place, PREFIX + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By JVMs that were killed. */
    private static List<Path> leftBehind(Path place) throws IOException {
        try (Stream<Path> folders = Files.list(place)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder -> Instant.ofEpochMilli(folder.toFile().lastModified())
                            .isBefore(Instant.now().minus(SURELY_GONE)))
                    .toList();
        }
    }

    /** What of it is there and may be removed. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // another JVM does the same
        }
    }
}
