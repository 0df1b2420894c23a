package dev.kontor.kernel.document;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts what is written and takes its digest; refuses what is more than it may be. */
final class Measured extends OutputStream {

    private final OutputStream out;
    private final MessageDigest digest;
    private final long most;
    private long size;

    /** It is more than it may be. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;

        private TooMuch(long most) {
            super("More than %d bytes.".formatted(most));
        }
    }

    Measured(OutputStream out, MessageDigest digest, long most) {
        this.out = out;
        this.digest = digest;
        this.most = most;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        size += length;
        if (size > most) {
            throw new TooMuch(most);
        }
        digest.update(bytes, from, length);
        out.write(bytes, from, length);
    }

    long size() {
        return size;
    }

    /** Of all of it; asked once. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
