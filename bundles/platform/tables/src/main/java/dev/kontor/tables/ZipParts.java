package dev.kontor.tables;

import dev.kontor.api.text.Text;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a workbook, unpacked within limits: what is not there to be read as a plain table is refused. Read by the
 * directory at the archive's end, as spreadsheets do: {@code ZipInputStream} does not read what some libraries write.
 */
final class ZipParts {

    private static final int MOST = 200;
    /** A table of a thousand rows takes a tenth; the file itself is at most 256 KB. */
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final Pattern MACROS = Pattern.compile("(?i).*(vba|activeX|macrosheets|ctrlProps|customUI).*");
    private static final Pattern OUTSIDE = Pattern.compile("(?i).*(externalLinks|connections|queryTables|embeddings|pivotCache|webextensions).*");

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer archive;
    private final Map<String, byte[]> parts = new TreeMap<>();
    private int room = LARGEST;

    private ZipParts(byte[] content) {
        this.archive = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws Unfit when it is no archive, too large, or holds more than tables */
    static Map<String, byte[]> of(byte[] content) {
        try {
            return new ZipParts(content).read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | DataFormatException broken) { // it points out of itself
            throw broken();
        }
    }

    private static Unfit broken() {
        return Unfit.file(Text.of("tables.no-workbook"));
    }

    private Map<String, byte[]> read() throws DataFormatException {
        int end = archive.limit() - END_SIZE;
        while (archive.getInt(end) != END) {
            end--;
        }
        int count = Short.toUnsignedInt(archive.getShort(end + 10));
        int at = archive.getInt(end + 16);
        if (count > MOST) {
            throw Unfit.file(Text.of("tables.bomb", LARGEST / 1024 / 1024, MOST));
        }
        for (int i = 0; i < count; i++) {
            int name = Short.toUnsignedInt(archive.getShort(at + 28));
            entry(at, name);
            at += ENTRY_SIZE + name + Short.toUnsignedInt(archive.getShort(at + 30)) + Short.toUnsignedInt(archive.getShort(at + 32));
        }
        return parts;
    }

    private void entry(int at, int nameLength) throws DataFormatException {
        boolean encrypted = (archive.getShort(at + 8) & 1) != 0;
        int local = archive.getInt(at + 42);
        String name = name(at + ENTRY_SIZE, nameLength);
        // one that the entry itself calls otherwise may be read in two ways
        boolean agrees = archive.getInt(at) == ENTRY && archive.getInt(local) == LOCAL
                && name.equals(name(local + LOCAL_SIZE, Short.toUnsignedInt(archive.getShort(local + 26))));
        if (encrypted || !agrees) {
            throw broken();
        }
        harmless(name);
        int data = local + LOCAL_SIZE + nameLength + Short.toUnsignedInt(archive.getShort(local + 28));
        byte[] packed = bytes(data, archive.getInt(at + 20));
        byte[] part = unpacked(packed, Short.toUnsignedInt(archive.getShort(at + 10)));
        CRC32 sum = new CRC32();
        sum.update(part);
        if ((int) sum.getValue() != archive.getInt(at + 16)) {
            throw broken();
        }
        if (parts.put(name, part) != null) { // which of the two another reader takes nobody knows
            throw Unfit.file(Text.of("tables.part-twice", name));
        }
    }

    private byte[] unpacked(byte[] packed, int method) throws DataFormatException {
        byte[] part = method == STORED ? packed : method == DEFLATED ? inflated(packed) : new byte[0];
        room -= part.length;
        if (room < 0) {
            throw Unfit.file(Text.of("tables.bomb", LARGEST / 1024 / 1024, MOST));
        }
        return part;
    }

    /** At most one byte more than there is room for. */
    private byte[] inflated(byte[] packed) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            byte[] part = new byte[Math.min(room + 1, 8 * packed.length + 64)];
            int filled = 0;
            for (int read = 1; read > 0 && filled <= room; filled += read) {
                part = filled == part.length ? Arrays.copyOf(part, Math.min(room + 1, 2 * part.length)) : part;
                read = inflater.inflate(part, filled, part.length - filled);
            }
            return Arrays.copyOf(part, filled);
        } finally {
            inflater.end();
        }
    }

    private String name(int at, int length) {
        return new String(bytes(at, length), StandardCharsets.UTF_8).replace('\\', '/').replaceFirst("^/", "");
    }

    /** @throws IndexOutOfBoundsException when the archive has no such bytes */
    private byte[] bytes(int at, int length) {
        Objects.checkFromIndexSize(at, length, archive.limit());
        return Arrays.copyOfRange(archive.array(), at, at + length);
    }

    private static void harmless(String name) {
        if (MACROS.matcher(name).matches()) {
            throw Unfit.file(Text.of("tables.macros"));
        }
        if (OUTSIDE.matcher(name).matches()) {
            throw Unfit.file(Text.of("tables.outside", name));
        }
    }
}
