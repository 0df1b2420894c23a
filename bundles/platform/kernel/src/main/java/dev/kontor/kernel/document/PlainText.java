package dev.kontor.kernel.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The words of a file as people save them: UTF-8 or, where Excel in China did, GB 18030; with or without a byte order mark. */
public final class PlainText {

    private static final Charset GB_18030 = Charset.forName("GB18030");
    private static final String MARK = "\uFEFF";

    private PlainText() {}

    /** Without the mark; empty when the content is neither of the two, to the last byte. */
    public static Optional<String> of(byte[] content) {
        return decoded(content, StandardCharsets.UTF_8)
                .or(() -> decoded(content, GB_18030))
                .filter(words -> words.indexOf('\0') < 0) // UTF-16 is full of them
                .map(words -> words.startsWith(MARK) ? words.substring(1) : words);
    }

    private static Optional<String> decoded(byte[] content, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }
}
