package dev.kontor.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.kontor.api.text.Text;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A backup")
class BackupTest {

    private static final SortedMap<String, String> DEPOT = new TreeMap<>(Map.of("V1__depot.sql", """
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
    private static final SortedMap<String, String> YARD =
            new TreeMap<>(Map.of("V1__yard.sql", "create table yard_gate (name varchar(10) not null)"));

    @TempDir
    private Path home;

    private StoreHarness from;
    private StoreHarness to;

    @AfterEach
    void close() {
        Stream.of(from, to).filter(store -> store != null).forEach(StoreHarness::close);
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"DERBY,POSTGRESQL", "POSTGRESQL,DERBY", "DERBY,DERBY"})
    @DisplayName("arrives byte for byte in a store on either database, with documents and rule sets")
    void arrives(Dialect source, Dialect target) throws Exception {
        from = filled(source);
        Path zip = backup(from, "a");
        to = StoreHarness.on(target);
        restore(zip, to, "b");
        assertThat(items(backup(to, "b"))).isEqualTo(items(zip)).hasSize(8);
        assertThat(home.resolve("b/documents/ab/abcd")).hasContent("a contract");
        assertThat(home.resolve("b/rules/entry/deadlines")).isDirectoryContaining("glob:**/remind.drl")
                .isDirectoryNotContaining("glob:**/newer.drl");
        assertThat(home.resolve("b/restore.zip")).doesNotExist();
    }

    @Test
    @DisplayName("goes on after a kill between two units")
    void goesOn() throws Exception {
        from = filled(Dialect.DERBY);
        Path zip = backup(from, "a");
        to = StoreHarness.derby();
        lay(zip, "b");
        waiting(to, "b").fill("depot", DEPOT);
        Restoration again = waiting(to, "b");
        assertThat(again.left()).containsExactlyInAnyOrder("depot", "yard");
        again.fill("depot", DEPOT);
        again.fill("yard", YARD);
        migrate(to);
        assertThat(items(backup(to, "b"))).isEqualTo(items(zip));
    }

    @Test
    @DisplayName("is refused by a store that has rows, before any file is touched")
    void notOverRows() throws Exception {
        from = filled(Dialect.DERBY);
        lay(backup(from, "a"), "b");
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> waiting(from, "b"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Text.of("store.restore-not-empty", "depot")));
        assertThat(home.resolve("b/documents")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"tables/depot/depot_shelf.jsonl", "documents/ab/abcd", "manifest.jsonl"})
    @DisplayName("that is damaged is refused and named")
    void damaged(String entry) throws Exception {
        from = filled(Dialect.DERBY);
        lay(rewritten(backup(from, "a"), entry, entry.equals(Manifest.ENTRY) ? "" : "changed"), "b");
        to = StoreHarness.derby();
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> waiting(to, "b"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Text.of("store.restore-damaged", entry)));
    }

    @Test
    @DisplayName("of a newer release is refused")
    void newer() throws Exception {
        from = filled(Dialect.DERBY);
        SortedMap<String, String> more = new TreeMap<>(DEPOT);
        more.put("V2__more.sql", "create table depot_more (id char(36) not null, constraint depot_more_pk primary key (id))");
        new Migration(from.pool(), Dialect.DERBY).run("depot", more);
        lay(backup(from, "a"), "b");
        to = StoreHarness.derby();
        Restoration restoration = waiting(to, "b");
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> restoration.fill("depot", DEPOT))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Text.of("store.restore-newer", "depot", "2")));
    }

    @Test
    @DisplayName("of an older release is restored as it was and then migrated")
    void older() throws Exception {
        from = filled(Dialect.DERBY);
        lay(backup(from, "a"), "b");
        to = StoreHarness.derby();
        SortedMap<String, String> more = new TreeMap<>(DEPOT);
        more.put("V2__more.sql", "alter table depot_shelf add column place varchar(10) default 'hall' not null");
        waiting(to, "b").fill("depot", more);
        new Migration(to.pool(), Dialect.DERBY).run("depot", more);
        try (Connection connection = to.pool().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select place from depot_shelf")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("hall");
        }
    }

    @Test
    @DisplayName("cannot write outside its folders")
    void stays() throws Exception {
        from = filled(Dialect.DERBY);
        Path zip = backup(from, "a");
        String digest = items(zip).stream().filter(line -> line.contains("documents/ab/abcd")).findFirst().orElseThrow();
        Path hostile = home.resolve("hostile.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(hostile))) {
            put(out, "documents/../../outside", "a contract");
            put(out, Manifest.ENTRY, "{\"format\":1}\n" + digest.replace("documents/ab/abcd", "documents/../../outside"));
        }
        lay(hostile, "b");
        to = StoreHarness.derby();
        assertThatIOException().isThrownBy(() -> waiting(to, "b")).withMessageContaining("outside");
        assertThat(home.resolve("outside")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"DERBY", "POSTGRESQL"})
    @DisplayName("taken while commands run holds whole commands only")
    void whole(Dialect dialect) throws Exception {
        from = filled(dialect);
        CountDownLatch begun = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 200; i++) {
                int running = i;
                from.transactions().command(() -> {
                    twoBoxes(running);
                    return "";
                });
                begun.countDown();
            }
        });
        from.unit("sales");
        writer.start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Path zip = backup(from, "a");
        writer.join();
        long boxes = items(zip).stream().filter(line -> line.contains("depot_box")).mapToLong(BackupTest::rows).sum() - 1;
        assertThat(boxes % 2).as("%d boxes, two a command", boxes).isZero();
        assertThat(boxes).isPositive();
    }

    private static long rows(String line) {
        try {
            return JsonLine.parse(line).number("rows");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void twoBoxes(int running) {
        var sales = from.unit("sales");
        for (int half : List.of(0, 1)) {
            sales.createNativeQuery("insert into depot_box (shelf, running, words) values (?, ?, 'w')")
                    .setParameter(1, "1".repeat(36)).setParameter(2, 1000 + 2 * running + half).executeUpdate();
        }
    }

    private StoreHarness filled(Dialect dialect) throws SQLException, IOException {
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

    private void write(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private Path backup(StoreHarness store, String folder) throws IOException {
        Path zip = Files.createTempFile(home, "backup", ".zip");
        Path data = home.resolve(folder);
        try (OutputStream out = Files.newOutputStream(zip)) {
            new ZipBackup(store.pool(), (JtaTransactions) store.transactions(), data, data.resolve("rules")).write(out);
        }
        return zip;
    }

    private void lay(Path zip, String folder) throws IOException {
        Files.createDirectories(home.resolve(folder));
        Files.copy(zip, home.resolve(folder).resolve(Restoration.FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    private Restoration waiting(StoreHarness store, String folder) throws IOException, SQLException {
        Path data = home.resolve(folder);
        return Restoration.waiting(data, data.resolve("rules"), store.pool(), store.dialect()).orElseThrow();
    }

    private void restore(Path zip, StoreHarness store, String folder) throws IOException, SQLException {
        lay(zip, folder);
        write(folder + "/rules/entry/deadlines/newer.drl", "of the distribution");
        Restoration restoration = waiting(store, folder);
        restoration.fill("depot", DEPOT);
        restoration.fill("yard", YARD);
        restoration.fill("unknown", new TreeMap<>());
        migrate(store);
    }

    /** What follows the filling at a start: from here on the units are known. */
    private static void migrate(StoreHarness store) throws SQLException {
        new Migration(store.pool(), store.dialect()).run("depot", DEPOT);
        new Migration(store.pool(), store.dialect()).run("yard", YARD);
    }

    /** The manifest without its head, which tells the time and the database. */
    private static List<String> items(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            String manifest = new String(
                    file.getInputStream(file.getEntry(Manifest.ENTRY)).readAllBytes(), StandardCharsets.UTF_8);
            return manifest.lines().skip(1).toList();
        }
    }

    /** A copy with another content of one entry; empty: without it. */
    private Path rewritten(Path zip, String changed, String content) throws IOException {
        Path copy = home.resolve("rewritten.zip");
        try (ZipFile file = new ZipFile(zip.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry : file.stream().map(ZipEntry.class::cast).toList()) {
                if (!entry.getName().equals(changed)) {
                    put(out, entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                } else if (!content.isEmpty()) {
                    put(out, changed, content);
                }
            }
        }
        return copy;
    }

    private static void put(ZipOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
