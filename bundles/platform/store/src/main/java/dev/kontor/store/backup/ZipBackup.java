package dev.kontor.store.backup;

import dev.kontor.api.health.Backup;
import dev.kontor.store.jta.JtaTransactions;
import dev.kontor.store.unit.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Rows first, then documents and rule sets: a document is on disk before the row that names it, so every row of the
 * snapshot finds its document, but for those that are destroyed meanwhile.
 */
@Component
public final class ZipBackup implements Backup {

    private final DataSource pool;
    private final JtaTransactions transactions;
    private final Path data;
    private final Map<String, Path> folders;

    @Activate
    public ZipBackup(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=main)") DataSource pool,
            @Reference JtaTransactions transactions) {
        this(pool, transactions, Path.of(context.getProperty("data.dir")), Path.of(context.getProperty("rules.dir")));
    }

    public ZipBackup(DataSource pool, JtaTransactions transactions, Path data, Path rules) {
        this.pool = pool;
        this.transactions = transactions;
        this.data = data;
        this.folders = Map.of("documents/", data.resolve("documents"), "rules/", rules);
    }

    @Override
    public void write(OutputStream to) throws IOException {
        Files.createDirectories(data);
        Path spool = Files.createTempDirectory(data, "backup-");
        try {
            Dialect dialect = Dialect.of(pool);
            String moment = Instant.now().toString();
            Manifest manifest = new Snapshot(pool, dialect, transactions).into(spool);
            ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
            for (Map.Entry<String, Manifest.Rows> table : manifest.tables().entrySet()) {
                String entry = Manifest.entry(table.getValue().unit(), table.getKey());
                copy(zip, entry, spool.resolve(table.getKey() + ".jsonl"));
            }
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                copyAll(zip, folder.getKey(), folder.getValue(), manifest);
            }
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.lines(moment, dialect.name()).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
        } catch (SQLException e) {
            throw new IOException("The database cannot be reached", e);
        } finally {
            delete(spool);
        }
    }

    private static void copyAll(ZipOutputStream zip, String prefix, Path folder, Manifest manifest) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                String entry = prefix + folder.relativize(file).toString().replace('\\', '/');
                copy(zip, entry, file).ifPresent(digest -> manifest.files().put(entry, digest));
            }
        }
    }

    /** A file that is gone by now was an upload that was still arriving, or a document was destroyed meanwhile. */
    private static Optional<String> copy(ZipOutputStream zip, String entry, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(entry));
            Digests digests = new Digests(zip);
            in.transferTo(digests);
            zip.closeEntry();
            return Optional.of(digests.digest());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> all = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
