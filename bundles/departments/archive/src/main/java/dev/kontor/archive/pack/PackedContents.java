package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Names which contents of a package were altered, left out or added, and says what its manifest says. */
final class PackedContents {

    private static final int BUFFER = 64 * 1024;

    /** Of a manifest: some ten thousand documents. */
    private static final int MOST_OF_MANIFEST = 4 * 1024 * 1024;

    /** Content that the manifest does not name is read no further than this. */
    private static final long MOST_UNNAMED = 64L * 1024 * 1024;

    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> said = new TreeMap<>();
    private final Map<String, Named> named = new TreeMap<>();
    private long room = MOST_UNNAMED;

    private record Named(String digest, long size) {}

    List<String> faults() {
        return faults;
    }

    Map<String, String> said() {
        return said;
    }

    void compare(InputStream file) throws IOException {
        ZipInputStream zip = new ZipInputStream(file, UTF_8);
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(PackageFormat.MANIFEST)) {
            faults.add("It does not begin with " + PackageFormat.MANIFEST + ".");
            return;
        }
        read(new String(zip.readNBytes(MOST_OF_MANIFEST), UTF_8));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            compare(entry.getName(), digest(zip));
        }
        named.keySet().forEach(name -> faults.add(name + " is missing."));
    }

    private void read(String manifest) throws IOException {
        for (String line : manifest.split("\n")) {
            String[] cells = line.split(" ", 4);
            if (cells[0].equals("file") && cells.length == 4) {
                named.put(cells[3], new Named(cells[1], size(cells[2])));
                room += size(cells[2]);
            } else if (cells.length > 1) {
                said.put(cells[0], String.join(" ", Arrays.copyOfRange(cells, 1, cells.length)));
            }
        }
    }

    private static long size(String digits) throws IOException {
        if (!digits.matches("\\d{1,15}")) {
            throw new IOException("its manifest has a size of " + digits + ".");
        }
        return Long.parseLong(digits);
    }

    private void compare(String name, String digest) {
        Named expected = named.remove(name);
        if (expected == null) {
            faults.add(name + " does not belong to the package.");
        } else if (!expected.digest().equals(digest)) {
            faults.add(name + " is not what it was when it was packed.");
        }
    }

    private String digest(InputStream content) throws IOException {
        MessageDigest digest = Signing.sha256();
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
            room -= read;
            if (room < 0) {
                throw new IOException("it holds more than its manifest names.");
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
