package dev.kontor.engine.set;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.api.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which files of a folder are those of a set. What editors and copies leave beside them is not; what stands there and
 * cannot be read as a file is refused, so that nobody believes it counts.
 */
public final class FolderFiles {

    private static final int DEEPEST = 4;
    private static final Set<String> KINDS = Set.of("drl", "csv", "xlsx", "yaml", "properties");
    /** Of vim, Emacs, IDEA, Kate, and of copies under way. */
    private static final List<String> ASIDE =
            List.of("~", "#", ".swp", ".swo", ".swx", ".tmp", ".part", ".filepart", ".crdownload", "___jb_tmp___", "___jb_old___");

    /** Something in the folder cannot be one of its files. */
    public static final class Unfit extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Unfit(String file, String key) {
            super(file + ": " + key);
            this.problem = new Problem(file, 0, 0, Text.of(key));
        }

        public Problem problem() {
            return problem;
        }
    }

    private FolderFiles() {}

    /**
     * Reads a folder.
     *
     * @throws Unfit when something in it is no file that may be read
     * @throws IOException when a file went while it was read: it may be looked at again
     */
    public static RuleSetFiles read(String set, Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            paths = walk.filter(path -> !path.equals(folder) && !isAside(name(folder, path)))
                    .filter(path -> !isPlainFolder(path))
                    .limit(RuleSetFiles.MOST_FILES + 1L)
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause() instanceof AccessDeniedException ? new Unfit("", "engine.folder-unreadable") : failed.getCause();
        }
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        for (Path path : paths) {
            String name = name(folder, path);
            if (!name.equals(RuleSetFiles.DIGESTS)) {
                bytes.put(name, content(folder, path, name));
            }
        }
        return new RuleSetFiles(set, bytes);
    }

    private static byte[] content(Path folder, Path path, String name) throws IOException {
        if (Files.isSymbolicLink(path)) {
            mustStayInside(folder, path, name);
        }
        if (Files.isDirectory(path)) {
            throw new Unfit(name, Files.isSymbolicLink(path) ? "engine.link-to-folder" : "engine.folder-like-file");
        }
        if (!Files.isRegularFile(path)) { // a pipe would keep its reader waiting for ever
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(name);
            }
            throw new Unfit(name, "engine.no-plain-file");
        }
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(RuleSetFiles.LARGEST_FILE + 1);
        } catch (AccessDeniedException closed) {
            throw new Unfit(name, "engine.file-unreadable");
        }
    }

    /**
     * A link within the set is followed: a mounted configuration is laid out so, and what it leads to is watched along with
     * the folder. One that leads out is not: what it leads to could change, or be somebody else's, and nobody would see.
     */
    private static void mustStayInside(Path folder, Path link, String name) throws IOException {
        try {
            if (!link.toRealPath().startsWith(folder.toRealPath())) {
                throw new Unfit(name, "engine.link-outside");
            }
        } catch (NoSuchFileException nothing) {
            throw new Unfit(name, "engine.link-to-nothing");
        }
    }

    /** One that holds files of the set, not one in the place of a file. */
    private static boolean isPlainFolder(Path path) {
        String name = path.getFileName().toString();
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !KINDS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /** @param name path below the set's folder */
    public static boolean isAside(String name) {
        return Stream.of(name.split("/")).anyMatch(part ->
                part.startsWith(".") || part.startsWith("#") || part.equals("4913") || ASIDE.stream().anyMatch(part::endsWith));
    }
}
