package dev.kontor.logistics.evidence;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The bytes of what was handed in; certificates and signatures are small. */
final class Contents {

    /** With every certificate between signer and provider a signature has a few thousand bytes; what is far more is something else. */
    private static final int MOST = 1024 * 1024;

    private Contents() {}

    /** @throws Refused at the field when it is far larger than any certificate or signature */
    static byte[] of(Documents documents, Upload upload, String field) {
        if (upload.size() > MOST) {
            throw Refused.at(field, Text.of("logistics.proof.too-large"));
        }
        return all(documents, upload);
    }

    static byte[] all(Documents documents, Upload upload) {
        try (InputStream content = documents.open(upload)) {
            return content.readAllBytes();
        } catch (IOException lost) {
            throw new UncheckedIOException("%s cannot be read.".formatted(upload.name()), lost);
        }
    }
}
