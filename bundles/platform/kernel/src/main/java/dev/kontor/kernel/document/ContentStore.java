package dev.kontor.kernel.document;

import dev.kontor.api.document.Documents;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files by the SHA-256 of their content: {@code ab/cd/abcd…}. A file is on disk, and so is its name in its folder, before
 * {@link #keep} returns; nothing is ever changed. Who asks sees to it that nobody keeps what another removes.
 */
final class ContentStore {

    private static final int BUFFER = 64 * 1024;

    private final Path root;
    private final Path incoming;

    /** What came in, still under a name of its own. */
    record Incoming(Path file, String digest, long size) {}

    ContentStore(Path root) throws IOException {
        this.root = root;
        this.incoming = root.resolve("incoming");
        Files.createDirectories(incoming);
        try (Stream<Path> left = Files.list(incoming)) {
            for (Path file : left.toList()) { // half written when the platform was stopped
                Files.deleteIfExists(file);
            }
        }
    }

    /** @throws Measured.TooMuch when it has more bytes than {@code most} */
    Incoming receive(Documents.Writing content, long most) throws IOException {
        Path file = Files.createTempFile(incoming, "upload", ".part");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            Measured measured = new Measured(buffered, sha256(), most);
            content.to(measured);
            buffered.flush();
            channel.force(true);
            return new Incoming(file, measured.digest(), measured.size());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    void drop(Incoming came) throws IOException {
        Files.deleteIfExists(came.file());
    }

    void keep(Incoming came) throws IOException {
        Path place = place(came.digest());
        if (Files.exists(place)) {
            drop(came);
            return;
        }
        Path first = root.resolve(came.digest().substring(0, 2));
        Files.createDirectories(place.getParent());
        Files.move(came.file(), place, StandardCopyOption.ATOMIC_MOVE);
        sync(place.getParent());
        sync(first);
        sync(root);
    }

    /** It is gone from the disk, and so is its name in its folder, before this returns; nothing happens when it is not there. */
    void remove(String digest) throws IOException {
        Path place = place(digest);
        if (Files.deleteIfExists(place)) {
            sync(place.getParent());
        }
    }

    /** The digests that begin so, of files that came within that time. */
    List<String> came(String beginning, Instant from, Instant until) throws IOException {
        Path first = root.resolve(beginning);
        if (!Files.isDirectory(first)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(first, 2, (file, has) -> has.isRegularFile()
                && has.lastModifiedTime().toInstant().isAfter(from) && has.lastModifiedTime().toInstant().isBefore(until))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("[0-9a-f]{64}")).toList();
        }
    }

    /** Opens a content that is still what its digest says. */
    InputStream open(String digest) throws IOException {
        Path place = place(digest);
        MessageDigest actual = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(place), actual)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(actual.digest()).equals(digest)) {
            throw new IOException("The document %s is not what it was when it was filed.".formatted(digest));
        }
        return Files.newInputStream(place);
    }

    private Path place(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("No digest: " + digest);
        }
        return root.resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4)).resolve(digest);
    }

    /** Some systems cannot sync a folder; then the move is as durable as they make it. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(ContentStore.class).debug("The folder {} cannot be synced.", folder, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
