package dev.kontor.engine.compile;

import dev.kontor.engine.compile.CompiledFiles.CompiledFile;
import dev.kontor.engine.compile.CompiledFiles.Kept;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was compiled where the distribution was made: a file for each set, named by its name, its rule files' digests and the
 * engine's edition. A first start, and the first one after an upgrade, compile only what the company has changed. What comes
 * from here goes through the same check, the same guard and the same cases as what is compiled in place. Thread-safe.
 */
public final class ShippedSets {

    public static final ShippedSets NONE = new ShippedSets(Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(ShippedSets.class);
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final String CONTENTS = "contents";

    private final Optional<Path> folder;

    private ShippedSets(Optional<Path> folder) {
        this.folder = folder;
    }

    public static ShippedSets in(Path folder) {
        return new ShippedSets(Optional.of(folder));
    }

    /** For {@link #find} in this or another process; {@link #NONE} keeps nothing. */
    void put(RuleSetFiles files, Kept kept) throws IOException {
        if (folder.isPresent() && find(files).filter(there -> there.types().equals(kept.types())).isEmpty()) {
            Files.createDirectories(folder.get());
            Path part = Files.createTempFile(folder.get(), "part", ".zip");
            Files.write(part, bytes(kept));
            Files.move(part, folder.get().resolve(name(files)), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What the rule files of a set were compiled to; empty when they were not shipped as they are. */
    Optional<Kept> find(RuleSetFiles files) {
        return folder.map(path -> path.resolve(name(files)))
                .filter(Files::isRegularFile)
                .flatMap(ShippedSets::read)
                .filter(kept -> kept.files().keySet().equals(CompiledFiles.digests(files)));
    }

    private static String name(RuleSetFiles files) {
        String all = CompiledSet.EDITION + " " + files.set() + " " + String.join(" ", new TreeSet<>(CompiledFiles.digests(files)));
        return RuleSetFiles.digest(all.getBytes(StandardCharsets.UTF_8)) + ".zip";
    }

    private static byte[] bytes(Kept kept) {
        Map<String, byte[]> entries = new TreeMap<>();
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(kept.types()).forEach((name, digest) -> lines.append("type\t").append(name).append('\t').append(digest).append('\n'));
        new TreeMap<>(kept.files()).forEach((digest, file) -> {
            lines.append("file\t").append(digest).append('\t').append(String.join("\t", file.models())).append('\n');
            file.classes().forEach((name, bytes) -> entries.put(digest + "/" + name, bytes));
        });
        entries.put(CONTENTS, lines.toString().getBytes(StandardCharsets.UTF_8));
        return RuleSetFiles.zip(entries);
    }

    private static Optional<Kept> read(Path path) {
        try {
            return Optional.of(kept(RuleSetFiles.unzip(Files.readAllBytes(path), LARGEST)));
        } catch (IOException damaged) { // the set is compiled in place
            LOG.warn("{} cannot be used.", path, damaged);
            return Optional.empty();
        }
    }

    private static Kept kept(Map<String, byte[]> entries) throws IOException {
        byte[] contents = entries.remove(CONTENTS);
        if (contents == null) {
            throw new IOException("It has no table of contents.");
        }
        Map<String, Map<String, byte[]>> classes = new HashMap<>();
        entries.forEach((name, bytes) -> {
            int slash = name.indexOf('/');
            classes.computeIfAbsent(name.substring(0, Math.max(slash, 0)), file -> new TreeMap<>()).put(name.substring(slash + 1), bytes);
        });
        Map<String, String> types = new HashMap<>();
        Map<String, CompiledFile> files = new HashMap<>();
        for (String line : new String(contents, StandardCharsets.UTF_8).split("\n")) {
            List<String> cells = new ArrayList<>(List.of(line.split("\t")));
            if (cells.size() > 2 && cells.get(0).equals("type")) {
                types.put(cells.get(1), cells.get(2));
            } else if (cells.size() > 2 && cells.get(0).equals("file")) {
                files.put(cells.get(1), new CompiledFile(classes.getOrDefault(cells.get(1), Map.of()), cells.subList(2, cells.size())));
            }
        }
        return new Kept(types, files);
    }
}
