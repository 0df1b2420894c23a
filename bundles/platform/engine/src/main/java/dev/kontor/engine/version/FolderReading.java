package dev.kontor.engine.version;

import dev.kontor.api.rule.RuleSets.Problem;
import dev.kontor.engine.set.FolderFiles;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads sets from the folder once they are settled: quiet for {@link #QUIET_MILLIS}, or every digest of
 * {@code rules.sha256} right. A set that is being copied is never read. Not thread-safe.
 */
final class FolderReading {

    static final long QUIET_MILLIS = 300;

    private record Seen(Map<String, String> signature, long since) {}

    private final Path root;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, String> settled = new TreeMap<>();
    private final Map<String, RuleSetFiles> fresh = new TreeMap<>();
    private final Map<String, Problem> troubles = new TreeMap<>();

    FolderReading(Path root) {
        this.root = root;
    }

    /**
     * Looks once.
     *
     * @return whether something is still settling and wants another look soon
     */
    boolean look(long nowMillis) throws IOException {
        boolean unsettled = false;
        List<String> names = sets();
        settled.keySet().retainAll(names);
        seen.keySet().retainAll(names);
        troubles.keySet().retainAll(names);
        for (String set : names) {
            try {
                unsettled |= look(set, nowMillis);
            } catch (FolderFiles.Unfit unfit) { // this set waits until it is put right; the others are read
                settled.remove(set);
                troubles.put(set, unfit.problem());
            } catch (IOException moving) { // a file went while it was read
                seen.remove(set);
                settled.remove(set);
                unsettled = true;
            }
        }
        return unsettled;
    }

    private boolean look(String set, long nowMillis) throws IOException {
        Map<String, String> signature = signature(root.resolve(set));
        Seen before = seen.get(set);
        if (before == null || !before.signature().equals(signature)) {
            seen.put(set, new Seen(signature, nowMillis));
            settled.remove(set);
            troubles.remove(set);
            return !settle(set, signature, false);
        }
        return !settled.containsKey(set) && !settle(set, signature, nowMillis - before.since() >= QUIET_MILLIS);
    }

    /** By set: what keeps its folder from being read. */
    Map<String, Problem> troubles() {
        return troubles;
    }

    /** Digest by set of everything that is settled. */
    Map<String, String> digests() {
        return settled;
    }

    /** What has settled since the last call. */
    Map<String, RuleSetFiles> taken() {
        Map<String, RuleSetFiles> taken = new TreeMap<>(fresh);
        fresh.clear();
        return taken;
    }

    private boolean settle(String set, Map<String, String> signature, boolean quiet) throws IOException {
        Path folder = root.resolve(set);
        Optional<Map<String, String>> promised = promised(folder);
        if (promised.isEmpty() && !quiet) {
            return false;
        }
        RuleSetFiles files = FolderFiles.read(set, folder);
        boolean changedMeanwhile = !signature(folder).equals(signature);
        if (changedMeanwhile || promised.isPresent() && !kept(promised.get(), files)) {
            return promised.isPresent() && quiet; // an incomplete copy: the next change of the folder looks again
        }
        if (files.isBare()) {
            return true;
        }
        troubles.remove(set);
        settled.put(set, files.digest());
        fresh.put(set, files);
        return true;
    }

    private static boolean kept(Map<String, String> promised, RuleSetFiles files) {
        return promised.keySet().equals(files.files().keySet())
                && files.files().entrySet().stream().allMatch(file -> RuleSetFiles.digest(file.getValue()).equals(promised.get(file.getKey())));
    }

    /** Lines of {@code sha256sum}: digest, two spaces or space and star, path. */
    private static Optional<Map<String, String>> promised(Path folder) throws IOException {
        Path list = folder.resolve(RuleSetFiles.DIGESTS);
        if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Map<String, String> digests = new TreeMap<>();
        try (Stream<String> lines = Files.lines(list)) {
            lines.map(line -> line.split("\\s+\\*?", 2)).filter(cells -> cells.length == 2)
                    .forEach(cells -> digests.put(cells[1].strip().replaceFirst("^\\./", ""), cells[0]));
        } catch (java.io.UncheckedIOException unreadable) {
            return Optional.of(Map.of());
        }
        digests.remove(RuleSetFiles.DIGESTS);
        return Optional.of(digests);
    }

    private List<String> sets() throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return names;
        }
        try (Stream<Path> departments = Files.list(root)) {
            for (Path department : departments.filter(FolderReading::isFolder).toList()) {
                if (department.getFileName().toString().equals("calendars")) {
                    continue;
                }
                try (Stream<Path> sets = Files.list(department)) {
                    sets.filter(FolderReading::isFolder).forEach(set -> names.add(department.getFileName() + "/" + set.getFileName()));
                }
            }
        }
        return names;
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !path.getFileName().toString().startsWith(".");
    }

    private static Map<String, String> signature(Path folder) throws IOException {
        Map<String, String> signature = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 4)) {
            for (Path file : files.limit(2L * RuleSetFiles.MOST_FILES).toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!attributes.isDirectory()) {
                    signature.put(folder.relativize(file).toString(), words(attributes) + (attributes.isSymbolicLink() ? target(file) : ""));
                }
            }
        } catch (java.nio.file.AccessDeniedException closed) {
            signature.put("!", "closed"); // reading says so in words
        } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException moving) {
            signature.put("?", String.valueOf(System.nanoTime())); // it changes while it is looked at: not settled
        }
        return signature;
    }

    private static String words(BasicFileAttributes attributes) {
        return attributes.size() + "@" + attributes.lastModifiedTime() + "#" + attributes.fileKey();
    }

    private static String target(Path link) {
        try {
            return " -> " + words(Files.readAttributes(link, BasicFileAttributes.class));
        } catch (IOException nothing) {
            return " -> ?";
        }
    }
}
