package dev.kontor.archive.pack;

import static dev.kontor.testkit.AnOrder.anOrder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.people.Role;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.ManyLines;
import dev.kontor.archive.book.Appraisal;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.store.unit.Dialect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Regulation 9.2: a package proves itself without the platform (R-9.2, R-9.4)")
final class PackageTest {

    @TempDir
    private Path folder;

    private List<String> said = List.of();

    private ArchiveRoom room;
    private Volume volume;

    @BeforeEach
    void open() {
        room = new ArchiveRoom(Dialect.DERBY);
        volume = room.filed(anOrder().build());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    @DisplayName("it holds every document, the catalogue as list and paper, and the whole journal, and is whole")
    void itHoldsEverything() throws IOException {
        byte[] zip = packed();

        Map<String, byte[]> entries = unzipped(zip);
        assertThat(entries.keySet()).startsWith("kontor-archive.txt", "catalogue.csv", "catalogue.pdf", "journal.csv").hasSize(12);
        assertThat(entries.get("documents/001-entry.contract.pdf")).isEqualTo(room.documents.content(room.file().documents().get(0)));
        assertThat(new String(entries.get("catalogue.csv"), UTF_8)).contains(room.file().documents().get(7).digest());
        assertThat(new String(entries.get("catalogue.pdf"), UTF_8)).contains("archive.catalogue-paper", volume.code());
        assertThat(new String(entries.get("journal.csv"), UTF_8).lines()).as("head and 450 lines").hasSize(451);
        assertThat(proof(zip).faults()).isEmpty();
        assertThat(room.command(() -> room.book.consultations(volume, 10))).as("taking it along is a consultation").hasSize(1);
    }

    @Test
    @DisplayName("whoever signed, filed or packed is told by name and sign-in name")
    void peopleAreNamed() throws IOException {
        Map<String, byte[]> entries = unzipped(packed());

        assertThat(new String(entries.get("kontor-archive.txt"), UTF_8)).containsPattern("filed \\S+ 宋档 \\(song\\)\npacked \\S+ 宋档 \\(song\\)");
        assertThat(new String(entries.get("journal.csv"), UTF_8)).contains(",李娜 (lina),");
        assertThat(new String(entries.get("catalogue.csv"), UTF_8)).contains("(").doesNotContain(",lina,");
    }

    @Test
    @DisplayName("documents of more bytes than a package may have are not packed")
    void theLimitHolds() {
        long size = room.command(() -> room.book.items(volume).stream().mapToLong(Item::size).sum());
        assertThat(catchThrowableOfType(Refused.class, () -> packed(size - 1)).words().key()).isEqualTo("archive.too-large");
    }

    @Test
    @DisplayName("the command tells whole from altered, from what another signed and from what anybody may have signed, by its exit code")
    void theCommandTells() throws IOException {
        Path file = Files.write(folder.resolve("volume.zip"), packed());
        String signer = room.command(() -> new PackageKey(room.store.unit("archive")).fingerprint().orElseThrow());

        assertThat(run(file.toString())).isEqualTo(3);
        assertThat(said).last(STRING).startsWith("Who packed it was not checked");
        assertThat(run(file.toString(), "--signer", signer)).isZero();
        assertThat(said).last(STRING).isEqualTo("Whole: every byte is as it was packed.");
        assertThat(run(file.toString(), "--signer", "0".repeat(64))).isEqualTo(1);
        byte[] altered = Files.readAllBytes(file);
        altered[altered.length / 2] ^= 1;
        assertThat(run(Files.write(folder.resolve("altered.zip"), altered).toString())).isEqualTo(1);
        assertThat(run(folder.resolve("none.zip").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    @DisplayName("the key is made once; packages of one company have one signer")
    void theKeyIsMadeOnce() throws IOException {
        assertThat(proof(packed()).signer()).isEqualTo(proof(packed()).signer());
    }

    @Test
    @DisplayName("a volume with an altered document is not packed; one whose documents were destroyed is, without them")
    void whatIsAlteredIsNotPacked() throws IOException {
        Document order = room.file().documents().get(1);
        room.documents.lose(order);

        assertThat(catchThrowableOfType(Refused.class, this::packed).words().key()).isEqualTo("archive.altered");
        room.run(() -> room.book.items(volume).get(1).destroy(room.file().today()));

        byte[] zip = packed();
        assertThat(unzipped(zip)).hasSize(11);
        assertThat(proof(zip).whole()).isTrue();
    }

    @Test
    @DisplayName("no cell of the lists is a formula to a spreadsheet")
    void noCellIsAFormula() {
        String csv = new String(new Csv().row(List.of("=1+1", "-x", "@y", "a,\"b\"", "plain")).bytes(), UTF_8);

        assertThat(csv).isEqualTo("\uFEFF'=1+1,'-x,'@y,\"a,\"\"b\"\"\",plain\r\n");
    }

    @Test
    @DisplayName("once a destruction is approved nothing is packed: the register names every package that goes with it (R-9.6)")
    void nothingIsPackedAfterTheApproval() {
        room.run(() -> {
            Appraisal appraisal = new Appraisal(volume, "of no use", "song", room.file().now());
            room.book.keep(appraisal);
        });
        packed();
        room.run(() -> room.book.openAppraisal(volume).orElseThrow().approve("so be it", "r-1", "gao", room.file().now()));

        assertThat(catchThrowableOfType(Refused.class, this::packed).words().key()).isEqualTo("archive.appraised-already");
    }

    private byte[] packed() {
        return packed(Long.MAX_VALUE);
    }

    private byte[] packed(long most) {
        VolumeContents contents = new VolumeContents(
                room.book, room.documents, new JournalSheet(new ManyLines(450), room.texts), room.texts);
        PackVolume pack = new PackVolume(room.book, contents, new PackageKey(room.store.unit("archive")), room.documents, most);
        room.act(pack, volume, "song", Role.ARCHIVIST, Map.of("purpose", "court"));
        Document packed = room.file().documents().stream()
                .filter(document -> document.kind().equals(VolumeBook.PACKAGE))
                .reduce((one, last) -> last)
                .orElseThrow();
        assertThat(packed.name()).isEqualTo("Q001-XSDD-2026-D30-XS-0001.zip");
        return room.documents.content(packed);
    }

    private PackageProof proof(byte[] zip) throws IOException {
        return PackageProof.of(Files.write(folder.resolve("proved.zip"), zip));
    }

    private int run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyPackage.run(List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(new ByteArrayOutputStream()));
        said = out.toString(UTF_8).lines().toList();
        return code;
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
