package dev.kontor.store.backup;

import dev.kontor.store.StoreHarness;
import dev.kontor.store.jta.JtaTransactions;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A depot and its yard, in a store to take a backup from and in one to bring it to. */
abstract class BackedUpDepot {

    static final SortedMap<String, String> DEPOT = new TreeMap<>(Map.of("V1__depot.sql", """
            create table depot_shelf (
                id char(36) not null, name varchar(40) not null, words ${text}, content ${bytes}, price decimal(19,2),
                day date, pieces bigint, fragile smallint not null,
                constraint depot_shelf_pk primary key (id));
            create table depot_box (
                shelf char(36) not null, running integer not null, words ${text} not null,
                constraint depot_box_pk primary key (shelf, running),
                constraint depot_box_shelf foreign key (shelf) references depot_shelf (id));
            create table depot_seed (name varchar(10) not null, constraint depot_seed_pk primary key (name));
            insert into depot_seed values ('seed');
            """));
    static final SortedMap<String, String> YARD =
            new TreeMap<>(Map.of("V1__yard.sql", "create table yard_gate (name varchar(10) not null)"));

    @TempDir
    protected Path home;

    protected StoreHarness from;
    protected StoreHarness to;

    @AfterEach
    void close() {
        Stream.of(from, to).filter(store -> store != null).forEach(StoreHarness::close);
    }

    StoreHarness filled(Dialect dialect) throws SQLException, IOException {
        StoreHarness store = StoreHarness.on(dialect);
        migrate(store);
        try (Connection connection = store.pool().getConnection();
                PreparedStatement shelf = connection.prepareStatement(
                        "insert into depot_shelf values (?, ?, ?, ?, ?, ?, ?, ?)");
                Statement box = connection.createStatement()) {
            for (String name : List.of("Zürich", "架子", "a\"b\\c\n\u2028d", "B")) {
                String id = (name.equals("B") ? "1" : Integer.toHexString(name.charAt(0))).repeat(36).substring(0, 36);
                shelf.setString(1, id);
                shelf.setString(2, name);
                shelf.setString(3, name.equals("B") ? null : name.repeat(20_000));
                shelf.setBytes(4, name.equals("B") ? null : new byte[] {0, 1, -1});
                shelf.setBigDecimal(5, name.equals("B") ? null : new java.math.BigDecimal("12345678901234567.89"));
                shelf.setDate(6, java.sql.Date.valueOf("2026-02-28"));
                shelf.setLong(7, Long.MAX_VALUE);
                shelf.setShort(8, (short) 1);
                shelf.executeUpdate();
            }
            box.executeUpdate("insert into depot_box values ('" + "1".repeat(36) + "', 7, 'in it')");
        }
        write("a/documents/ab/abcd", "a contract");
        write("a/rules/entry/deadlines/remind.drl", "package entry.deadlines");
        return store;
    }

    void write(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    Path backup(StoreHarness store, String folder) throws IOException {
        Path zip = Files.createTempFile(home, "backup", ".zip");
        Path data = home.resolve(folder);
        try (OutputStream out = Files.newOutputStream(zip)) {
            new ZipBackup(store.pool(), (JtaTransactions) store.transactions(), data, data.resolve("rules")).write(out);
        }
        return zip;
    }

    void lay(Path zip, String folder) throws IOException {
        Files.createDirectories(home.resolve(folder));
        Files.copy(zip, home.resolve(folder).resolve(Restoration.FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    Restoration waiting(StoreHarness store, String folder) throws IOException, SQLException {
        Path data = home.resolve(folder);
        return Restoration.waiting(data, data.resolve("rules"), store.pool(), store.dialect()).orElseThrow();
    }

    void restore(Path zip, StoreHarness store, String folder) throws IOException, SQLException {
        lay(zip, folder);
        write(folder + "/rules/entry/deadlines/newer.drl", "of the distribution");
        Restoration restoration = waiting(store, folder);
        restoration.fill("depot", DEPOT);
        restoration.fill("yard", YARD);
        restoration.fill("unknown", new TreeMap<>());
        migrate(store);
    }

    /** What follows the filling at a start: from here on the units are known. */
    static void migrate(StoreHarness store) throws SQLException {
        new Migration(store.pool(), store.dialect()).run("depot", DEPOT);
        new Migration(store.pool(), store.dialect()).run("yard", YARD);
    }

    /** The manifest without its head, which tells the time and the database. */
    static List<String> items(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            String manifest = new String(
                    file.getInputStream(file.getEntry(Manifest.ENTRY)).readAllBytes(), StandardCharsets.UTF_8);
            return manifest.lines().skip(1).toList();
        }
    }
}
