package dev.kontor.archive.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a package proves: its signature over every byte, and each content against the digest that the manifest names. Read from
 * the disk as it is needed, however large it is.
 *
 * @param faults one sentence each; empty when it is as it was packed
 * @param signer fingerprint of the key that signed it; empty when it is none
 * @param said what its manifest says of the volume
 */
record PackageProof(List<String> faults, String signer, Map<String, String> said) {

    private static final int BUFFER = 64 * 1024;

    /** Of a package of format 1. */
    private static final long MOST_IN_MEMORY = 25L * 1024 * 1024;

    PackageProof {
        faults = List.copyOf(faults);
    }

    boolean whole() {
        return faults.isEmpty();
    }

    static PackageProof of(Path file) throws IOException {
        Optional<PackageFormat> found = PackageFormat.read(end(file));
        if (found.isEmpty()) {
            return new PackageProof(List.of("The file does not end in the signature of an archive package."), "", Map.of());
        }
        PackageFormat format = found.get();
        List<String> faults = new ArrayList<>();
        if (!holds(file, format)) {
            faults.add("The signature does not fit: the file was altered after it was packed.");
        }
        PackedContents contents = new PackedContents();
        try (InputStream content = Files.newInputStream(file)) {
            contents.compare(content);
        } catch (IOException | IllegalArgumentException broken) {
            contents.faults().add("The archive cannot be read to its end: " + broken.getMessage());
        }
        faults.addAll(contents.faults());
        return new PackageProof(faults, Signing.digest(format.key()), contents.said());
    }

    private static byte[] end(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            content.skipNBytes(Math.max(0, Files.size(file) - PackageFormat.COMMENT));
            return content.readAllBytes();
        }
    }

    private static boolean holds(Path file, PackageFormat format) throws IOException {
        long signed = Files.size(file) - PackageFormat.SIGNATURE_DIGITS;
        try (InputStream content = Files.newInputStream(file)) {
            if (format.version() == 1) {
                return signed <= MOST_IN_MEMORY && Signing.holds(content.readNBytes((int) signed), format.key(), format.signature());
            }
            return Signing.holds(PackageFormat.signed(digest(content, signed)), format.key(), format.signature());
        }
    }

    private static byte[] digest(InputStream content, long length) throws IOException {
        MessageDigest digest = Signing.sha256();
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = content.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            if (read == 0) {
                throw new IOException("The file became shorter while it was read.");
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
        return digest.digest();
    }
}
