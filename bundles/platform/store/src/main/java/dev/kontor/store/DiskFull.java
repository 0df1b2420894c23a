package dev.kontor.store;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What the operating system says when a disk has no room left; Java has no type for it. */
public final class DiskFull {

    /** Linux in English and Chinese, macOS as Linux, Windows. */
    private static final List<String> WORDS =
            List.of("No space left on device", "设备上没有空间", "There is not enough space on the disk");

    private DiskFull() {}

    /** Whether this, or what caused it, is a write that found no room. */
    public static boolean is(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .filter(IOException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> WORDS.stream().anyMatch(message::contains));
    }
}
