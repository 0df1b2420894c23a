package dev.kontor.engine.set;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of one rule set: path below the set's folder, with {@code /}, to content.
 *
 * @param set {@code review/joint}
 */
public record RuleSetFiles(String set, SortedMap<String, byte[]> files) {

    /** The side file with the digests of the others; tells that a copy is complete and is no part of the set. */
    public static final String DIGESTS = "rules.sha256";

    /** Larger than any set a person can keep in mind. */
    public static final int LARGEST_FILE = 256 * 1024;
    public static final int LARGEST_SET = 2 * 1024 * 1024;
    public static final int MOST_FILES = 200;

    public RuleSetFiles {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static RuleSetFiles of(String set, Map<String, String> texts) {
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        texts.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new RuleSetFiles(set, bytes);
    }

    /**
     * Reads a folder. Hidden files and links are not part of a set.
     *
     * @throws IOException when a file cannot be read, or there is more of it than a set may hold
     */
    public static RuleSetFiles read(String set, Path folder) throws IOException {
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder, 4)) {
            paths = walk.filter(path -> Files.isRegularFile(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !hidden(folder.relativize(path)))
                    .limit(MOST_FILES + 1L)
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        for (Path path : paths) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            if (!name.equals(DIGESTS)) {
                try (var in = Files.newInputStream(path)) {
                    bytes.put(name, in.readNBytes(LARGEST_FILE + 1));
                }
            }
        }
        return new RuleSetFiles(set, bytes);
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.endsWith("~") || name.endsWith(".swp") || name.endsWith(".tmp")) {
                return true;
            }
        }
        return false;
    }

    /** SHA-256 over path and content of every file in order, lower-case hex. */
    public String digest() {
        MessageDigest digest = sha256();
        files.forEach((path, content) -> {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(name.length).array());
            digest.update(name);
            digest.update(ByteBuffer.allocate(4).putInt(content.length).array());
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public List<String> paths(String suffix) {
        return files.keySet().stream().filter(path -> path.endsWith(suffix)).toList();
    }

    /** The text of a file; malformed bytes are replaced, {@link #isUtf8} tells of them. */
    public String text(String path) {
        byte[] content = files.get(path);
        return content == null ? "" : new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    public boolean isUtf8(String path) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(files.get(path)));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.keySet().forEach(path -> texts.put(path, text(path)));
        return texts;
    }

    public RuleSetFiles with(Map<String, byte[]> changed) {
        TreeMap<String, byte[]> all = new TreeMap<>(files);
        all.putAll(changed);
        return new RuleSetFiles(set, all);
    }

    public RuleSetFiles without(String path) {
        TreeMap<String, byte[]> rest = new TreeMap<>(files);
        rest.remove(path);
        return new RuleSetFiles(set, rest);
    }

    public byte[] zip() {
        return zip(files);
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(entries).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Unpacks what is at most {@code largest} bytes.
     *
     * @throws IOException when it is no archive, too large, or leaves its folder
     */
    public static SortedMap<String, byte[]> unzip(byte[] archive, int largest) throws IOException {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        int total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replace('\\', '/');
                if (entry.isDirectory()) {
                    continue;
                }
                if (name.startsWith("/") || List.of(name.split("/")).contains("..")) {
                    throw new IOException("The archive holds a path (%s) outside of it.".formatted(name));
                }
                byte[] content = zip.readNBytes(largest - total + 1);
                total += content.length;
                if (total > largest) {
                    throw new IOException("The archive holds more than %d bytes.".formatted(largest));
                }
                entries.put(name, content);
            }
        }
        return entries;
    }
}
