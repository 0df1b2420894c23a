package dev.kontor.host.inspect;

import dev.kontor.api.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may still be unpacked: what grows beyond every measure was packed to do harm. */
final class Allowance {

    private static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final long HARMLESS = 1024 * 1024;
    private static final long MOST_GROWTH = 100;
    private static final int PART = 64 * 1024;

    private long left = MOST_UNPACKED;

    /**
     * @param packed how long it is in the jar; -1 if nobody says
     * @throws Unfit when it is too much
     */
    byte[] read(InputStream content, long packed) throws IOException, Unfit {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        for (int read = content.read(part); read >= 0; read = content.read(part)) {
            left -= read;
            unpacked.write(part, 0, read);
            boolean grows = unpacked.size() > HARMLESS && packed >= 0 && unpacked.size() > packed * MOST_GROWTH;
            if (left < 0 || grows) {
                throw new Unfit(Text.of("host.bomb"));
            }
        }
        return unpacked.toByteArray();
    }
}
