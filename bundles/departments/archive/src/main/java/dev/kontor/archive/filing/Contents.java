package dev.kontor.archive.filing;

import dev.kontor.api.document.Document;
import dev.kontor.api.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Contents of documents as they are on disk now. */
public final class Contents {

    private Contents() {}

    /** Whether the content is there and still has that digest; reads all of it. */
    public static boolean isWhole(Documents documents, Document document, String digest) {
        MessageDigest actual = sha256();
        try (InputStream content = new DigestInputStream(documents.open(document), actual)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException altered) { // gone, or no longer what its digest says: that is the answer
            return false;
        }
        return HexFormat.of().formatHex(actual.digest()).equals(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
