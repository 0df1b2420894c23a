package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.KeyPair;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip that any program opens, and of which no byte can be changed unnoticed (format 2 of {@link PackageFormat}). Written from
 * its first byte to its last, so it may be larger than memory.
 */
final class SignedZip {

    private SignedZip() {}

    /** @param parts the manifest first */
    static void write(OutputStream out, List<Part> parts, KeyPair key) throws IOException {
        SealedStream sealed = new SealedStream(out);
        try (ZipOutputStream zip = new ZipOutputStream(sealed, UTF_8)) {
            zip.setComment(PackageFormat.unsigned(key.getPublic().getEncoded()));
            zip.setLevel(Deflater.NO_COMPRESSION); // PDF, pictures and OFD are compressed, and it has to be quick
            for (Part part : parts) {
                ZipEntry named = new ZipEntry(part.name());
                named.setTime(0);
                zip.putNextEntry(named);
                part.content().to(zip);
                zip.closeEntry();
            }
        }
        sealed.seal(key.getPrivate());
    }
}
