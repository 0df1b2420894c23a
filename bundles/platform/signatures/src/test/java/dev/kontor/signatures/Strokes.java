package dev.kontor.signatures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture that is drawn for a test. */
public final class Strokes {

    private final BufferedImage picture;
    private float width = 7;

    private Strokes(BufferedImage picture) {
        this.picture = picture;
    }

    public static Strokes onPaper(int width, int height) {
        return new Strokes(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)).filled(Color.WHITE);
    }

    static Strokes onGlass(int width, int height) {
        return new Strokes(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    Strokes dark() {
        return filled(Color.DARK_GRAY);
    }

    Strokes wide(int points) {
        width = points;
        return this;
    }

    public Strokes line(int fromX, int fromY, int toX, int toY) {
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x10182b));
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawLine(fromX, fromY, toX, toY);
        pen.dispose();
        return this;
    }

    public byte[] png() {
        return as("png");
    }

    byte[] jpeg() {
        return as("jpeg");
    }

    private Strokes filled(Color colour) {
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.dispose();
        return this;
    }

    private byte[] as(String format) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
