package dev.kontor.engine.compile;

import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was compiled where the distribution was made: a file for each set, named by the set's digest and the engine's edition.
 * A first start, and the first one after an upgrade, compile only what the company has changed. What comes from here goes
 * through the same check, the same guard and the same cases as what is compiled in place. Thread-safe.
 */
public final class ShippedSets {

    public static final ShippedSets NONE = new ShippedSets(Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(ShippedSets.class);

    private final Optional<Path> folder;

    private ShippedSets(Optional<Path> folder) {
        this.folder = folder;
    }

    public static ShippedSets in(Path folder) {
        return new ShippedSets(Optional.of(folder));
    }

    /** Keeps a set, for {@link #find} in this or another process; {@link #NONE} keeps nothing. */
    public void put(CompiledSet set) throws IOException {
        if (folder.isPresent()) {
            Path whole = folder.get().resolve(name(set.source()));
            Files.createDirectories(folder.get());
            Path part = Files.createTempFile(folder.get(), "part", ".zip");
            Files.write(part, set.bytes());
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * The set that these files were compiled to.
     *
     * @param digest of the files
     * @return empty when it was not shipped, or was compiled against records that are others here
     */
    Optional<CompiledSet> find(String digest, FactTypes facts) {
        return folder.map(path -> path.resolve(name(digest)))
                .filter(Files::isRegularFile)
                .flatMap(ShippedSets::read)
                .filter(set -> set.source().equals(digest) && set.fits(facts));
    }

    private static Optional<CompiledSet> read(Path file) {
        try {
            return Optional.of(CompiledSet.of(Files.readAllBytes(file)));
        } catch (IOException damaged) { // it is compiled in place
            LOG.warn("{} cannot be used.", file, damaged);
            return Optional.empty();
        }
    }

    private static String name(String digest) {
        return RuleSetFiles.digest((CompiledSet.EDITION + " " + digest).getBytes(StandardCharsets.UTF_8)) + ".zip";
    }
}
