package dev.kontor.archive.pack;

import static dev.kontor.testkit.AnOrder.anOrder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Document;
import dev.kontor.api.people.Role;
import dev.kontor.archive.ArchiveRoom;
import dev.kontor.archive.ManyLines;
import dev.kontor.archive.book.Volume;
import dev.kontor.archive.book.VolumeBook;
import dev.kontor.store.unit.Dialect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
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
    @DisplayName("it holds every document, the catalogue and the whole journal, and is whole")
    void itHoldsEverything() throws IOException {
        byte[] zip = packed();

        Map<String, byte[]> entries = unzipped(zip);
        assertThat(entries.keySet()).startsWith("kontor-archive.txt", "catalogue.csv", "journal.csv").hasSize(11);
        assertThat(entries.get("documents/001-entry.contract.pdf")).isEqualTo(room.documents.content(room.file().documents().get(0)));
        assertThat(new String(entries.get("catalogue.csv"), UTF_8)).contains(room.file().documents().get(7).digest());
        assertThat(new String(entries.get("journal.csv"), UTF_8).lines()).as("head and 450 lines").hasSize(451);
        assertThat(PackageProof.of(zip).faults()).isEmpty();
        assertThat(room.command(() -> room.book.consultations(volume, 10))).as("taking it along is a consultation").hasSize(1);
    }

    @Test
    @DisplayName("whatever one byte is changed, it is found")
    void anyChangedByteIsFound() {
        byte[] zip = small();
        assertThat(PackageProof.of(zip).whole()).isTrue();

        List<Integer> unnoticed = new ArrayList<>();
        for (int place = 0; place < zip.length; place++) {
            for (int flip : new int[] {0x01, 0x20, 0xff}) {
                byte[] altered = zip.clone();
                altered[place] ^= (byte) flip;
                if (PackageProof.of(altered).whole()) {
                    unnoticed.add(place);
                }
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    @DisplayName("what is cut off, put on or put before is found")
    void cutAndLongerFilesAreFound() {
        byte[] zip = small();

        for (int length : new int[] {0, 1, SignedZip.COMMENT - 1, SignedZip.COMMENT, zip.length - 1}) {
            assertThat(PackageProof.of(Arrays.copyOf(zip, length)).whole()).as("%d bytes", length).isFalse();
        }
        assertThat(PackageProof.of(Arrays.copyOf(zip, zip.length + 1)).whole()).isFalse();
        byte[] before = new byte[zip.length + 1];
        System.arraycopy(zip, 0, before, 1, zip.length);
        assertThat(PackageProof.of(before).whole()).isFalse();
    }

    @Test
    @DisplayName("the altered document is named")
    void theAlteredDocumentIsNamed() {
        Map<String, byte[]> entries = entries();
        entries.put("documents/001-a.txt", "another".getBytes(UTF_8));
        entries.remove("documents/002-b.txt");
        entries.put("documents/003-c.txt", "more".getBytes(UTF_8));

        assertThat(PackageProof.of(SignedZip.pack(entries, key())).faults()).containsExactlyInAnyOrder(
                "documents/001-a.txt is not what it was when it was packed.",
                "documents/002-b.txt is missing.",
                "documents/003-c.txt does not belong to the package.");
    }

    @Test
    @DisplayName("the command tells whole from altered and from what another company signed, by its exit code")
    void theCommandTells() throws IOException {
        Path file = Files.write(folder.resolve("volume.zip"), packed());
        String signer = room.command(() -> new PackageKey(room.store.unit("archive")).fingerprint().orElseThrow());

        assertThat(run(file.toString())).isZero();
        assertThat(run(file.toString(), "--signer", signer)).isZero();
        assertThat(run(file.toString(), "--signer", "0".repeat(64))).isEqualTo(1);
        byte[] altered = Files.readAllBytes(file);
        altered[altered.length / 2] ^= 1;
        assertThat(run(Files.write(folder.resolve("altered.zip"), altered).toString())).isEqualTo(1);
        assertThat(run(folder.resolve("none.zip").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    @DisplayName("the key is made once; packages of one company have one signer")
    void theKeyIsMadeOnce() {
        assertThat(PackageProof.of(packed()).signer()).isEqualTo(PackageProof.of(packed()).signer());
    }

    @Test
    @DisplayName("a volume with an altered document is not packed; one whose documents were destroyed is, without them")
    void whatIsAlteredIsNotPacked() throws IOException {
        Document order = room.file().documents().get(1);
        room.documents.lose(order);

        assertThat(catchThrowableOfType(Refused.class, this::packed).words().key()).isEqualTo("archive.altered");
        room.run(() -> room.book.items(volume).get(1).destroy(room.file().today()));

        byte[] zip = packed();
        assertThat(unzipped(zip)).hasSize(10);
        assertThat(PackageProof.of(zip).whole()).isTrue();
    }

    @Test
    @DisplayName("no cell of the lists is a formula to a spreadsheet")
    void noCellIsAFormula() {
        String csv = new String(new Csv().row(List.of("=1+1", "-x", "@y", "a,\"b\"", "plain")).bytes(), UTF_8);

        assertThat(csv).isEqualTo("\uFEFF'=1+1,'-x,'@y,\"a,\"\"b\"\"\",plain\r\n");
    }

    private byte[] packed() {
        VolumeContents contents = new VolumeContents(new ManyLines(450), room.texts);
        PackVolume pack = new PackVolume(room.book, contents, new PackageKey(room.store.unit("archive")), room.documents);
        room.act(pack, volume, "song", Role.ARCHIVIST, Map.of("purpose", "court"));
        Document packed = room.file().documents().stream()
                .filter(document -> document.kind().equals(VolumeBook.PACKAGE))
                .reduce((one, last) -> last)
                .orElseThrow();
        assertThat(packed.name()).isEqualTo("Q001-XSDD-2026-D30-XS-0001.zip");
        return room.documents.content(packed);
    }

    private static byte[] small() {
        return SignedZip.pack(entries(), key());
    }

    private static Map<String, byte[]> entries() {
        byte[] one = "one".getBytes(UTF_8);
        byte[] two = "two".getBytes(UTF_8);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(SignedZip.MANIFEST, "kontor-archive 1\ncode X\nfile %s 3 documents/001-a.txt\nfile %s 3 documents/002-b.txt\n"
                .formatted(Signing.digest(one), Signing.digest(two)).getBytes(UTF_8));
        entries.put("documents/001-a.txt", one);
        entries.put("documents/002-b.txt", two);
        return entries;
    }

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance(Signing.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int run(String... arguments) {
        return VerifyPackage.run(List.of(arguments), new PrintStream(new ByteArrayOutputStream()), new PrintStream(new ByteArrayOutputStream()));
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
