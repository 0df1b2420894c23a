package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a package proves: its signature over every byte, and each content against the digest that the manifest names.
 *
 * @param faults one sentence each; empty when it is as it was packed
 * @param signer fingerprint of the key that signed it; empty when it is none
 * @param said what its manifest says of the volume
 */
record PackageProof(List<String> faults, String signer, Map<String, String> said) {

    private static final int MOST_BYTES = 512 * 1024 * 1024;

    PackageProof {
        faults = List.copyOf(faults);
    }

    boolean whole() {
        return faults.isEmpty();
    }

    static PackageProof of(byte[] file) {
        int mark = file.length - SignedZip.COMMENT;
        String comment = mark < 0 ? "" : new String(file, mark, SignedZip.COMMENT, US_ASCII);
        if (!comment.matches(SignedZip.MARK + "[0-9a-f]{" + Signing.KEY * 2 + "} [0-9a-f]{" + SignedZip.SIGNATURE_DIGITS + "}")) {
            return new PackageProof(List.of("The file does not end in the signature of an archive package."), "", Map.of());
        }
        byte[] key = HexFormat.of().parseHex(comment, SignedZip.MARK.length(), SignedZip.MARK.length() + Signing.KEY * 2);
        byte[] signature = HexFormat.of().parseHex(comment, SignedZip.COMMENT - SignedZip.SIGNATURE_DIGITS, SignedZip.COMMENT);
        List<String> faults = new ArrayList<>();
        if (!Signing.holds(file, file.length - SignedZip.SIGNATURE_DIGITS, key, signature)) {
            faults.add("The signature does not fit: the file was altered after it was packed.");
        }
        Map<String, String> said = new TreeMap<>();
        try {
            compare(entries(file), said, faults);
        } catch (IOException | IllegalArgumentException broken) {
            faults.add("The archive cannot be read to its end: " + broken.getMessage());
        }
        return new PackageProof(faults, Signing.digest(key), said);
    }

    private static Map<String, byte[]> entries(byte[] file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        int room = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(room);
                room -= content.length;
                if (room == 0 || entries.put(entry.getName(), content) != null) {
                    throw new IOException("it is too large, or has %s twice.".formatted(entry.getName()));
                }
            }
        }
        return entries;
    }

    /** Names which contents were altered, left out or added. */
    private static void compare(Map<String, byte[]> entries, Map<String, String> said, List<String> faults) {
        byte[] manifest = entries.remove(SignedZip.MANIFEST);
        if (manifest == null) {
            faults.add("There is no " + SignedZip.MANIFEST + ".");
            return;
        }
        Map<String, byte[]> unnamed = new TreeMap<>(entries);
        for (String line : new String(manifest, UTF_8).split("\n")) {
            String[] cells = line.split(" ", 4);
            if (cells[0].equals("file") && cells.length == 4) {
                byte[] content = unnamed.remove(cells[3]);
                if (content == null) {
                    faults.add(cells[3] + " is missing.");
                } else if (!Signing.digest(content).equals(cells[1])) {
                    faults.add(cells[3] + " is not what it was when it was packed.");
                }
            } else if (cells.length > 1) {
                said.put(cells[0], String.join(" ", Arrays.copyOfRange(cells, 1, cells.length)));
            }
        }
        unnamed.keySet().forEach(name -> faults.add(name + " does not belong to the package."));
    }
}
