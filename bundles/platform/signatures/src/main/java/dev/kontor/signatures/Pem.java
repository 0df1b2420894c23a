package dev.kontor.signatures;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** Files that come as text between two lines of dashes, or bare. */
final class Pem {

    private static final String BEGIN = "-----BEGIN ";

    private Pem() {}

    /** The bytes inside; those that came where there is no text around them, or no end to it. */
    static byte[] bare(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.contains(BEGIN)) {
            return content;
        }
        try (PemReader reader = new PemReader(new StringReader(text))) {
            PemObject found = reader.readPemObject();
            return found == null ? content : found.getContent();
        } catch (IOException | IllegalArgumentException | IllegalStateException unfinished) {
            return content;
        }
    }
}
