package dev.kontor.signatures;

import dev.kontor.api.signature.NotVerified;
import dev.kontor.api.signature.NotVerified.Fault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pictures from outside, read no finer than is needed to see whether something is drawn in them. */
final class Pictures {

    /** What a good phone takes; a file of a few bytes may claim to be far more. */
    private static final long MOST_POINTS = 64_000_000;
    private static final int LONGEST_SIDE = 20_000;
    private static final int FINE = 1_000;

    private Pictures() {}

    static BufferedImage read(byte[] content) throws NotVerified {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new NotVerified(Fault.UNREADABLE);
            }
            return read(readers.next(), input);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException garbled) {
            throw new NotVerified(Fault.UNREADABLE);
        }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream input) throws IOException, NotVerified {
        try {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_POINTS) {
                throw new NotVerified(Fault.UNREADABLE);
            }
            ImageReadParam coarse = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / FINE);
            coarse.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, coarse);
        } finally {
            reader.dispose();
        }
    }
}
