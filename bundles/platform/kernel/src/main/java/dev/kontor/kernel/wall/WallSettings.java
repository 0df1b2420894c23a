package dev.kontor.kernel.wall;

/** The configuration {@code dev.kontor.kernel.wall}. */
public @interface WallSettings {

    /** Seconds a department may take for one call. */
    int call_seconds() default 20;

    /** Threads of one bundle. */
    int threads() default 64;

    /** Failures in a row, nothing in between having worked, until a bundle is left alone. */
    int failures() default 10;

    /** Seconds for which it is left alone; then one call tries it. */
    int rest_seconds() default 30;

    /** Strikes within the window until it is in quarantine: times that it had to be left alone. */
    int strikes() default 3;

    /** Minutes of the window. */
    int window_minutes() default 60;
}
