package dev.kontor.kernel.journal;

import dev.kontor.kernel.json.Canonical;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a folder of anchors: {@code <day>.<number>.anchor}. */
final class AnchorFolder {

    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.(\\d{6,18})\\.anchor");

    /** A file by its number. */
    record Numbered(long number, Path file) {

        String content() throws IOException {
            // every byte counts: what is no UTF-8 must not become something else that is
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        }

        String name() {
            return file.getFileName().toString();
        }
    }

    private final Path folder;

    AnchorFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** Oldest first. */
    List<Numbered> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.flatMap(file -> numbered(file).stream())
                    .sorted(Comparator.comparingLong(Numbered::number))
                    .toList();
        }
    }

    private static Optional<Numbered> numbered(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(new Numbered(Long.parseLong(name.group(1)), file)) : Optional.empty();
    }

    Optional<Numbered> last() throws IOException {
        List<Numbered> all = files();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** On disk when this returns, as a whole; never over another one. */
    void write(Anchor anchor, String signed) throws IOException {
        Path file = folder.resolve("%s.%06d.anchor".formatted(anchor.at().toString().substring(0, 10), anchor.number()));
        Path fresh = folder.resolve(file.getFileName() + ".new");
        Files.writeString(fresh, signed);
        sync(fresh);
        if (Files.exists(file)) {
            throw new IOException(file + " is there already.");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static String digest(String content) {
        return Canonical.digest(content);
    }
}
