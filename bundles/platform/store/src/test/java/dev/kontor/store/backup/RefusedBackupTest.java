package dev.kontor.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.kontor.api.text.Text;
import dev.kontor.store.StoreHarness;
import dev.kontor.store.unit.Dialect;
import dev.kontor.store.unit.Migration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is no good backup for this store")
class RefusedBackupTest extends BackedUpDepot {

    @Test
    @DisplayName("one for a store that has rows is refused before any file is touched")
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
    @DisplayName("one that is damaged is refused and named")
    void damaged(String entry) throws Exception {
        from = filled(Dialect.DERBY);
        lay(rewritten(backup(from, "a"), entry, entry.equals(Manifest.ENTRY) ? "" : "changed"), "b");
        to = StoreHarness.derby();
        assertThatExceptionOfType(BackupRefused.class)
                .isThrownBy(() -> waiting(to, "b"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Text.of("store.restore-damaged", entry)));
    }

    @Test
    @DisplayName("one of a newer release is refused")
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
    @DisplayName("one that would write outside its folders is refused")
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
