package dev.kontor.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Documents and rule sets, laid where they were. A rule set is replaced as a whole: files that the distribution has in
 * its folder and the backup has not would make a set that nobody approved.
 */
record RestoredFiles(ZipFile zip, Manifest manifest) {

    private static final String DOCUMENTS = "documents/";
    private static final String RULES = "rules/";

    void lay(Path documents, Path rules) throws IOException {
        Set<Path> emptied = new HashSet<>();
        for (String entry : manifest.files().keySet()) {
            if (entry.startsWith(DOCUMENTS)) {
                lay(entry, inside(documents, entry.substring(DOCUMENTS.length())));
            } else if (entry.startsWith(RULES)) {
                Path file = inside(rules, entry.substring(RULES.length()));
                if (!file.getParent().equals(rules.toAbsolutePath().normalize()) && emptied.add(file.getParent())) {
                    empty(file.getParent());
                }
                lay(entry, file);
            }
        }
    }

    /** A name such as {@code ../../x} must not lead out of the folder. */
    private static Path inside(Path folder, String name) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException("The backup names a file outside its folders: " + name);
        }
        return file;
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private void lay(String entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
