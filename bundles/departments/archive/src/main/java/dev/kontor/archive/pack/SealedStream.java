package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.util.HexFormat;

/** Passes on all that is written but the last digits, in whose place it puts the signature over everything before them. */
final class SealedStream extends OutputStream {

    private final OutputStream out;
    private final MessageDigest digest = Signing.sha256();
    private final byte[] held = new byte[PackageFormat.SIGNATURE_DIGITS];
    private int count;

    SealedStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int over = Math.max(0, count + length - held.length);
        int old = Math.min(over, count);
        pass(held, 0, old);
        System.arraycopy(held, old, held, 0, count - old);
        count -= old;
        pass(bytes, from, over - old);
        System.arraycopy(bytes, from + over - old, held, count, length - over + old);
        count += length - over + old;
    }

    private void pass(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        out.write(bytes, from, length);
    }

    /** Last, once everything was written. */
    void seal(PrivateKey key) throws IOException {
        byte[] signature = Signing.sign(PackageFormat.signed(digest.digest()), key);
        out.write(HexFormat.of().formatHex(signature).getBytes(US_ASCII));
    }
}
