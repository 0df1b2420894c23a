package dev.kontor.signatures;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What stands out from the ground of a picture, which is what most of it is like.
 *
 * @param share of the picture that is ink, in millionths
 * @param extent of the ink, wide or high, in thousandths of the picture's width
 */
record Ink(long share, long extent) {

    /** By how much lighter or darker than the ground, of 255. */
    private static final int CONTRAST = 60;

    /** A short stroke; two points at the far ends of a picture have less ink, and one large point is less wide. */
    private static final int LEAST_SHARE = 500;
    private static final int LEAST_EXTENT = 50;

    static Ink of(BufferedImage picture) {
        int width = picture.getWidth();
        int[] light = new int[width * picture.getHeight()];
        for (int i = 0; i < light.length; i++) {
            light[i] = light(picture.getRGB(i % width, i / width));
        }
        int ground = median(light);
        int left = width;
        int right = -1;
        int top = -1;
        int bottom = -1;
        long ink = 0;
        for (int i = 0; i < light.length; i++) {
            if (Math.abs(light[i] - ground) > CONTRAST) {
                ink++;
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = top < 0 ? i / width : top;
                bottom = i / width;
            }
        }
        long extent = ink == 0 ? 0 : Math.max(right - left + 1, bottom - top + 1);
        return new Ink(ink * 1_000_000 / light.length, extent * 1_000 / width);
    }

    boolean couldBeASignature() {
        return share >= LEAST_SHARE && extent >= LEAST_EXTENT;
    }

    /** On white where one can look through it. */
    private static int light(int argb) {
        int opaque = argb >>> 24;
        int own = (299 * (argb >> 16 & 255) + 587 * (argb >> 8 & 255) + 114 * (argb & 255)) / 1_000;
        return 255 - opaque * (255 - own) / 255;
    }

    private static int median(int[] light) {
        int[] sorted = light.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
