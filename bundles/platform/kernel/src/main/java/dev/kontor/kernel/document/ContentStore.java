package dev.kontor.kernel.document;

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
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Files by the SHA-256 of their content: {@code ab/cd/abcd…}. A file is on disk, and so is its name in its folder, before
 * {@link #keep} returns; nothing is ever changed.
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

    /** Writes at most {@code most} bytes and one more, so that the caller sees that there were too many. */
    Incoming receive(InputStream content, long most) throws IOException {
        Path file = Files.createTempFile(incoming, "upload", ".part");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            MessageDigest digest = sha256();
            long size = copy(new DigestInputStream(content, digest), Channels.newOutputStream(channel), most);
            channel.force(true);
            return new Incoming(file, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static long copy(InputStream from, OutputStream to, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        int read = from.read(buffer);
        while (read >= 0 && size <= most) {
            to.write(buffer, 0, read);
            size += read;
            read = size <= most ? from.read(buffer) : -1;
        }
        return size;
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
