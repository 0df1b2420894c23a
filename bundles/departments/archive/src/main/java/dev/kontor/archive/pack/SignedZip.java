package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip that any program opens, and of which no byte can be changed unnoticed: its comment, the last thing of the file, is the
 * public key and a signature over every byte before the signature.
 *
 * <pre>kontor-archive 1 &lt;key, 88 hex digits&gt; &lt;signature, 128 hex digits&gt;</pre>
 */
final class SignedZip {

    /** What the comment begins with. */
    static final String MARK = "kontor-archive 1 ";

    /** Its name tells a package from other archives. */
    static final String MANIFEST = "kontor-archive.txt";

    private static final HexFormat HEX = HexFormat.of();

    /** How many characters the signature has in hex. */
    static final int SIGNATURE_DIGITS = Signing.SIGNATURE * 2;

    static final int COMMENT = MARK.length() + Signing.KEY * 2 + 1 + SIGNATURE_DIGITS;

    private SignedZip() {}

    /** @param entries content by name; the manifest among them */
    static byte[] pack(Map<String, byte[]> entries, KeyPair key) {
        byte[] zip = zip(entries, MARK + HEX.formatHex(key.getPublic().getEncoded()) + " " + "0".repeat(SIGNATURE_DIGITS));
        int signed = zip.length - SIGNATURE_DIGITS;
        byte[] signature = HEX.formatHex(Signing.sign(zip, signed, key.getPrivate())).getBytes(US_ASCII);
        System.arraycopy(signature, 0, zip, signed, SIGNATURE_DIGITS);
        return zip;
    }

    private static byte[] zip(Map<String, byte[]> entries, String comment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            zip.setComment(comment);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry named = new ZipEntry(entry.getKey());
                named.setTime(0);
                zip.putNextEntry(named);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
