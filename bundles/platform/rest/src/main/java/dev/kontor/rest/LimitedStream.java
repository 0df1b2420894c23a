package dev.kontor.rest;

import dev.kontor.api.desk.Refused;
import dev.kontor.api.text.Text;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more than a number of bytes, whatever length was announced. */
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int taken) {
        left -= taken;
        if (left < 0) {
            throw Refused.because(Refused.Reason.TOO_LARGE, Text.of("rest.file-too-large"));
        }
    }
}
