package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Regulation 9.1: nothing of a package is changed unnoticed (R-9.2)")
final class PackageProofTest {

    /** Larger than what a file may have that somebody sends. */
    private static final long LARGE = 32L * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("whatever one byte is changed, in a package of either format, it is found")
    void anyChangedByteIsFound() throws IOException {
        for (byte[] zip : List.of(small(), ofFormatOne())) {
            assertThat(proof(zip).whole()).isTrue();
            List<Integer> unnoticed = new ArrayList<>();
            for (int place = 0; place < zip.length; place++) {
                for (int flip : new int[] {0x01, 0x20, 0xff}) {
                    byte[] altered = zip.clone();
                    altered[place] ^= (byte) flip;
                    if (proof(altered).whole()) {
                        unnoticed.add(place);
                    }
                }
            }
            assertThat(unnoticed).isEmpty();
        }
    }

    @Test
    @DisplayName("what is cut off, put on or put before is found")
    void cutAndLongerFilesAreFound() throws IOException {
        byte[] zip = small();

        for (int length : new int[] {0, 1, PackageFormat.COMMENT - 1, PackageFormat.COMMENT, zip.length - 1}) {
            assertThat(proof(Arrays.copyOf(zip, length)).whole()).as("%d bytes", length).isFalse();
        }
        assertThat(proof(Arrays.copyOf(zip, zip.length + 1)).whole()).isFalse();
        byte[] before = new byte[zip.length + 1];
        System.arraycopy(zip, 0, before, 1, zip.length);
        assertThat(proof(before).whole()).isFalse();
    }

    @Test
    @DisplayName("the altered document is named")
    void theAlteredDocumentIsNamed() throws IOException {
        List<Part> parts = new ArrayList<>(List.of(
                parts().get(0), Part.of("documents/001-a.txt", "another".getBytes(UTF_8)), Part.of("documents/003-c.txt", "more".getBytes(UTF_8))));

        assertThat(proof(zip(parts)).faults()).containsExactlyInAnyOrder(
                "documents/001-a.txt is not what it was when it was packed.",
                "documents/002-b.txt is missing.",
                "documents/003-c.txt does not belong to the package.");
    }

    @Test
    @DisplayName("a signature of one format does not pass for one of the other")
    void formatsAreNotMistakenForEachOther() throws IOException {
        byte[] zip = small();
        zip[zip.length - PackageFormat.COMMENT + "kontor-archive ".length()] = '1';
        assertThat(proof(zip).faults()).contains("The signature does not fit: the file was altered after it was packed.");
    }

    @Test
    @DisplayName("a package may be larger than memory: it is written and proved as it goes")
    void itMayBeLarge() throws IOException {
        Part large = new Part("documents/001-large", zeros(), LARGE, PackageProofTest::writeZeros);
        Path file = folder.resolve("large.zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            SignedZip.write(out, List.of(manifest(List.of(large)), large), key());
        }
        assertThat(Files.size(file)).isGreaterThan(LARGE);
        assertThat(PackageProof.of(file).faults()).isEmpty();
    }

    private PackageProof proof(byte[] zip) throws IOException {
        return PackageProof.of(Files.write(folder.resolve("proved.zip"), zip));
    }

    private static byte[] small() throws IOException {
        return zip(parts());
    }

    private static byte[] zip(List<Part> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SignedZip.write(out, parts, key());
        return out.toByteArray();
    }

    private static List<Part> parts() {
        Part one = Part.of("documents/001-a.txt", "one".getBytes(UTF_8));
        Part two = Part.of("documents/002-b.txt", "two".getBytes(UTF_8));
        return List.of(manifest(List.of(one, two)), one, two);
    }

    private static Part manifest(List<Part> parts) {
        String files = parts.stream()
                .map(part -> "file %s %d %s\n".formatted(part.digest(), part.size(), part.name()))
                .collect(Collectors.joining());
        return Part.of(PackageFormat.MANIFEST, ("kontor-archive 2\ncode X\n" + files).getBytes(UTF_8));
    }

    /** As it was packed before there was a second format. */
    private static byte[] ofFormatOne() throws IOException {
        KeyPair key = key();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            zip.setComment(PackageFormat.unsigned(key.getPublic().getEncoded()).replace("kontor-archive 2", "kontor-archive 1"));
            for (Part part : parts()) {
                zip.putNextEntry(new ZipEntry(part.name()));
                part.content().to(zip);
                zip.closeEntry();
            }
        }
        byte[] zip = out.toByteArray();
        int signed = zip.length - PackageFormat.SIGNATURE_DIGITS;
        byte[] signature = Signing.sign(Arrays.copyOf(zip, signed), key.getPrivate());
        System.arraycopy(HexFormat.of().formatHex(signature).getBytes(UTF_8), 0, zip, signed, PackageFormat.SIGNATURE_DIGITS);
        return zip;
    }

    private static void writeZeros(OutputStream out) throws IOException {
        byte[] some = new byte[1024 * 1024];
        for (long written = 0; written < LARGE; written += some.length) {
            out.write(some);
        }
    }

    private static String zeros() throws IOException {
        MessageDigest digest = Signing.sha256();
        writeZeros(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance(Signing.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
