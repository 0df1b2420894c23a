package dev.kontor.store.backup;

import dev.kontor.api.text.Text;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;

/**
 * Fills an empty store from {@code restore.zip}. The zip is checked as a whole before anything is touched; then come
 * documents and rule sets, and each unit's rows as its bundle comes, in one transaction a unit. Killed in the middle, it
 * goes on at the next start. When the last unit is filled the file is renamed.
 */
public final class Restoration {

    public static final String FILE = "restore.zip";

    private final Path file;
    private final DataSource pool;
    private final Dialect dialect;
    private final Manifest manifest;
    private final String identity;
    private final Set<String> left = new TreeSet<>();

    private Restoration(Path file, DataSource pool, Dialect dialect, Manifest manifest, String identity) {
        this.file = file;
        this.pool = pool;
        this.dialect = dialect;
        this.manifest = manifest;
        this.identity = identity;
        left.addAll(manifest.versions().keySet());
    }

    /**
     * The restoration that waits in the data folder; its documents and rule sets are in place when this returns.
     *
     * @throws BackupRefused when the zip is damaged or the store is not empty
     */
    public static Optional<Restoration> waiting(Path data, Path rules, DataSource pool, Dialect dialect)
            throws IOException, SQLException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            Restoration restoration = new Restoration(file, pool, dialect, manifest, digest(zip, Manifest.ENTRY));
            restoration.check(zip);
            restoration.refuseFullStore();
            new RestoredFiles(zip, manifest).lay(data.resolve("documents"), rules);
            return Optional.of(restoration);
        } catch (java.util.zip.ZipException e) {
            throw damaged(FILE);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(Manifest.ENTRY)).orElseThrow(() -> damaged(Manifest.ENTRY));
        try (BufferedReader lines = lines(zip, entry)) {
            return Manifest.read(lines);
        }
    }

    private static BufferedReader lines(ZipFile zip, ZipEntry entry) throws IOException {
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }

    private void check(ZipFile zip) throws IOException {
        for (var table : manifest.tables().entrySet()) {
            checkEntry(zip, Manifest.entry(table.getValue().unit(), table.getKey()), table.getValue().digest());
        }
        for (var entry : manifest.files().entrySet()) {
            checkEntry(zip, entry.getKey(), entry.getValue());
        }
    }

    private static void checkEntry(ZipFile zip, String entry, String digest) throws IOException {
        if (zip.getEntry(entry) == null || !digest(zip, entry).equals(digest)) {
            throw damaged(entry);
        }
    }

    private static String digest(ZipFile zip, String entry) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry));
                Digests digests = new Digests(OutputStream.nullOutputStream())) {
            in.transferTo(digests);
            return digests.digest();
        }
    }

    private static BackupRefused damaged(String entry) {
        return new BackupRefused("The backup is damaged at " + entry, Text.of("store.restore-damaged", entry));
    }

    private void refuseFullStore() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Restored restored = new Restored(connection, dialect, identity);
            for (String unit : manifest.versions().keySet()) {
                if (!restored.holds(unit) && restored.hasRows(unit)) {
                    throw new BackupRefused("The store is not empty: unit " + unit + " has rows",
                            Text.of("store.restore-not-empty", unit));
                }
            }
        }
    }

    /** The units that wait for their rows. */
    public synchronized Set<String> left() {
        return Set.copyOf(left);
    }

    /**
     * Makes the unit's tables as they were and fills them, unless that was done before; does nothing for a unit that the
     * backup does not have. What its scripts add to that is the next migration's.
     *
     * @throws BackupRefused when the rows do not arrive as they left
     */
    public synchronized void fill(String unit, SortedMap<String, String> scripts) throws IOException, SQLException {
        if (!left.contains(unit)) {
            return;
        }
        try (Connection connection = pool.getConnection()) {
            if (!new Restored(connection, dialect, identity).holds(unit)) {
                migrate(unit, scripts);
                load(unit, connection);
            }
        }
        left.remove(unit);
        if (left.isEmpty()) {
            String name = "restored-" + Instant.now().toString().replace(':', '-') + ".zip";
            Files.move(file, file.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void migrate(String unit, SortedMap<String, String> scripts) {
        String version = manifest.versions().get(unit);
        if (version.isEmpty()) {
            return;
        }
        if (scripts.keySet().stream().noneMatch(name -> name.startsWith("V" + version + "__"))) {
            throw new BackupRefused("The backup's tables of " + unit + " are of version " + version + ", which is not known here",
                    Text.of("store.restore-newer", unit, version));
        }
        new Migration(pool, dialect).runUpTo(version, unit, scripts);
    }

    private void load(String unit, Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new RestoredRows(zip, manifest, connection, dialect).load(unit);
            new Restored(connection, dialect, identity).note(unit);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
