package dev.kontor.engine.version;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Wakes who waits when something in a folder changes; where the system cannot tell, after the time asked for. */
final class FolderBell implements AutoCloseable {

    private final Path root;
    private final WatchService watch;
    private final Set<Path> watched = new HashSet<>();

    FolderBell(Path root) throws IOException {
        this.root = root;
        this.watch = root.getFileSystem().newWatchService();
    }

    /** Waits until something changed, or that long. */
    void await(long millis) throws InterruptedException {
        listen();
        WatchKey key = watch.poll(millis, TimeUnit.MILLISECONDS);
        while (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                watched.remove((Path) key.watchable());
            }
            key = watch.poll();
        }
    }

    private void listen() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.walk(root, 4)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (watched.add(folder)) {
                    folder.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
                }
            }
        } catch (IOException | java.io.UncheckedIOException unwatchable) {
            watched.removeIf(folder -> !Files.isDirectory(folder)); // it is looked at again after the time asked for
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
