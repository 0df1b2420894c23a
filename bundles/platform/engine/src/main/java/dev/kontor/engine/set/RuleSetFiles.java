package dev.kontor.engine.set;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

    private static final Pattern TABLE = Pattern.compile("(?i).*\\.(csv|xlsx|xlsm|xltm|xlsb|xls|ods)");

    public RuleSetFiles {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static RuleSetFiles of(String set, Map<String, String> texts) {
        TreeMap<String, byte[]> bytes = new TreeMap<>();
        texts.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new RuleSetFiles(set, bytes);
    }

    /**
     * Reads a folder, as {@link FolderFiles} says.
     *
     * @throws IOException when a file cannot be read
     */
    public static RuleSetFiles read(String set, Path folder) throws IOException {
        return FolderFiles.read(set, folder);
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

    /** Of one file, which is there. */
    public String digest(String path) {
        return digest(files.get(path));
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

    /** Whether a path is that of a decision table: every one with such an ending, so that nobody believes it counts when it does not. */
    public static boolean isTable(String path) {
        return TABLE.matcher(path).matches() && !path.equals(ParameterTable.FILE);
    }

    public List<String> tables() {
        return files.keySet().stream().filter(RuleSetFiles::isTable).toList();
    }

    /** Whether nothing is there that could decide. */
    public boolean isBare() {
        return paths(".drl").isEmpty() && tables().isEmpty() && !files.containsKey(ParameterTable.FILE);
    }

    public List<String> paths(String suffix) {
        return files.keySet().stream().filter(path -> path.endsWith(suffix)).toList();
    }

    /** The text of a file; malformed bytes are replaced, {@link #garbled} tells of them. */
    public String text(String path) {
        byte[] content = files.get(path);
        return content == null ? "" : new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** A place in a file, line and column from 1. */
    public record Place(int line, int column) {}

    /** Where a file stops to be UTF-8; empty when it is so to its end. */
    public Optional<Place> garbled(String path) {
        ByteBuffer bytes = ByteBuffer.wrap(files.get(path));
        CharBuffer read = CharBuffer.allocate(bytes.remaining() + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, read, true);
        if (!result.isError()) {
            return Optional.empty();
        }
        String before = read.flip().toString();
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Optional.of(new Place(line, before.length() - before.lastIndexOf('\n')));
    }

    /** What can be shown and typed as text: no workbook, and no table in another encoding, which would not come back as it was. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.keySet().stream().filter(path -> !isTable(path) || path.endsWith(".csv") && garbled(path).isEmpty()).forEach(path -> texts.put(path, text(path)));
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
